import type { DNSResolver } from 'mailauth'
import type { Instant } from '@redalert/core'
import type { MailParts } from '../intake/mail/mail-arrival.ts'
import { dnsResolver } from '../intake/mail/prove-sender.ts'
import type { Submitters } from '../trust/submitters.ts'

const proofMilliseconds = 15_000

/** What every way of mail needs. */
export function mailParts(
  submitters: () => Submitters,
  now: () => Instant,
  dns: readonly string[] | DNSResolver,
): MailParts {
  const resolve = typeof dns === 'function' ? dns : dnsResolver(dns)
  return { submitters, now, prove: { resolve, mostMilliseconds: proofMilliseconds } }
}
