import { type Instant, secondsOf } from '@redalert/core'
import { isAutomatic } from '../is-automatic.ts'

/** What is known when it is asked whether a mail is answered. */
export type AnswerQuestion = {
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly envelopeFrom: string
  /** Our own mail domains: what comes from there is ours. */
  readonly ourDomains: ReadonlySet<string>
  /** When a program of ours answered this address, in any thread. */
  readonly answered: readonly Instant[]
  readonly now: Instant
}

export type MayAnswer =
  | { readonly may: true }
  | { readonly may: false; readonly because: 'automatic' | 'ourselves' | 'answered-already' }

const daySeconds = 86_400

/**
 * Whether a program may answer a mail by a program's mail: never another program, never ourselves, and nobody twice in
 * a day, for a gateway may have taken away every line by which programs know each other (RFC 3834 §2).
 */
export function mayAnswer(question: AnswerQuestion): MayAnswer {
  const { headers, envelopeFrom, ourDomains, answered, now } = question
  const has = (name: string) => (headers.get(name) ?? []).length > 0
  if (has('x-redalert-case') || (headers.get('x-loop') ?? []).includes('redalert'))
    return { may: false, because: 'ourselves' }
  const domain = envelopeFrom.slice(envelopeFrom.lastIndexOf('@') + 1).toLowerCase()
  if (envelopeFrom !== '' && ourDomains.has(domain)) return { may: false, because: 'ourselves' }
  if (isAutomatic(headers, envelopeFrom)) return { may: false, because: 'automatic' }
  const isRecent = (at: Instant) => secondsOf(now) - secondsOf(at) < daySeconds
  return answered.some(isRecent) ? { may: false, because: 'answered-already' } : { may: true }
}
