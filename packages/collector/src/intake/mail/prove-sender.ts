import type { authenticate, DNSResolver } from 'mailauth'
import { type MailAddress, parseMailAddress } from './mail-address.ts'
import { provable } from './provable.ts'

/** From where a message came, as far as that is known. */
export type Origin = {
  readonly ip?: string
  readonly helo?: string
  /** Empty for a bounce. */
  readonly envelopeFrom?: string
  /** To whom the mail server was told to bring it. */
  readonly recipients?: readonly string[]
}

/** Who sent a message, and by what that is proven. */
export type ProvenSender = { readonly address: MailAddress; readonly proof: 'dkim' | 'spf' }

export type ProveOptions = {
  readonly resolve: DNSResolver
  /** After so long the sender counts as unproven. */
  readonly mostMilliseconds: number
}

/**
 * Proves the address in `From`: by a DKIM signature of its domain (or of one that aligns with it) over the whole body,
 * or by SPF for the very same domain in the envelope. A message with two authors, or with signatures by the dozen,
 * proves nobody.
 */
export async function proveSender(
  message: Uint8Array,
  origin: Origin,
  { resolve, mostMilliseconds }: ProveOptions,
): Promise<ProvenSender | undefined> {
  const checked = provable(message)
  if (!checked) return undefined
  const { ip, helo, envelopeFrom } = origin
  const { promise, resolve: giveUp } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => giveUp(undefined), mostMilliseconds)
  try {
    // Loading it takes a third of a second, for which nobody waits who is told nothing by mail.
    const { authenticate } = await import('mailauth')
    const checking = authenticate(checked, {
      ...(ip !== undefined && { ip }),
      ...(helo !== undefined && { helo }),
      ...(envelopeFrom !== undefined && { sender: envelopeFrom }),
      mta: 'localhost',
      resolver: resolve,
      disableArc: true,
      disableBimi: true,
      rejectRsaSha1: true,
      minBitLength: 1024,
    })
    checking.catch(() => undefined)
    const result = await Promise.race([checking, promise])
    if (!result) return undefined
    return senderOf(result, envelopeFrom)
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

function senderOf(
  { dkim, spf, dmarc }: Awaited<ReturnType<typeof authenticate>>,
  envelopeFrom: string | undefined,
): ProvenSender | undefined {
  const [from] = dkim.headerFrom
  if (dkim.fromFields !== 1 || dkim.headerFrom.length !== 1 || from === undefined) return undefined
  const address = parseMailAddress(from)
  if (!address) return undefined
  const isSigned = dkim.results.some(
    ({ status, canonBodyLengthLimited }) =>
      status.result === 'pass' &&
      Boolean(status.aligned) &&
      !status.testing &&
      canonBodyLengthLimited !== true,
  )
  if (isSigned) return { address, proof: 'dkim' }
  if (spf === false || spf?.status.result !== 'pass' || !envelopeFrom) return undefined
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const isSame = envelopeFrom.toLowerCase().endsWith(`@${domain}`)
  return isSame || isAlignedBySpf(dmarc) ? { address, proof: 'spf' } : undefined
}

/** Where a domain has no DMARC record nothing is said about alignment, whatever the types say. */
function isAlignedBySpf(dmarc: Awaited<ReturnType<typeof authenticate>>['dmarc']): boolean {
  if (dmarc === false) return false
  const alignment: Partial<NonNullable<typeof dmarc>['alignment']> | undefined = dmarc?.alignment
  return Boolean(alignment?.spf?.result)
}
