import { type Instant, parseAddress } from '@redalert/core'
import { anonymous, type Arrival } from '../../arrival.ts'
import { isAutomatic } from '../../letters/is-automatic.ts'
import { parseHead } from '../../letters/mime/parse-head.ts'
import type { SubmitterBook } from '../../trust/submitter-book.ts'
import { submitterOf } from '../../trust/submitter-of.ts'
import type { Origin, ProvenSender } from './prove-sender.ts'

/** What turns a message into an arrival. */
export type MailParts = {
  readonly book: Pick<SubmitterBook, 'enrolledWith'>
  readonly now: () => Instant
  readonly prove: Prove
}

/** Who sent a message, if that is proven. */
export type Prove = (message: Uint8Array, origin: Origin) => Promise<ProvenSender | undefined>

/** A message as an arrival: under the name of who has proven to send it, else anonymous. Only the proven are answered, and never what nobody wrote. */
export async function mailArrival(
  message: Uint8Array,
  origin: Origin,
  { book, now, prove }: MailParts,
): Promise<Arrival> {
  const sender = await prove(message, origin)
  const { recipients, envelopeFrom } = origin
  const envelope = recipients && { from: envelopeFrom ?? '', to: recipients }
  const came = {
    at: now(),
    way: 'mail',
    shape: 'mail',
    hints: {},
    body: message,
    ...(envelope && { envelope }),
  } as const
  if (!sender) return { ...came, submitter: anonymous, proof: 'none' }
  const { address, proof } = sender
  const sentFrom = parseAddress(origin.ip ?? '')
  const isAnswered = !isAutomatic(parseHead(message), origin.envelopeFrom)
  return {
    ...came,
    submitter: submitterOf(address, book),
    proof,
    ...(sentFrom && { sentFrom }),
    ...(isAnswered && { answerTo: address }),
  }
}
