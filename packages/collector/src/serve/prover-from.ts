import type { DNSResolver } from 'mailauth'
import { dnsResolver } from '../intake/mail/dns-resolver.ts'
import { type Prover, startProver } from '../intake/mail/start-prover.ts'

const proofMilliseconds = 15_000

/** Proves who sent a mail, with the resolvers that are named, or this one. */
export function proverFrom(dns: readonly string[] | DNSResolver): Prover {
  const resolve = typeof dns === 'function' ? dns : dnsResolver(dns)
  return startProver({ resolve, mostMilliseconds: proofMilliseconds })
}
