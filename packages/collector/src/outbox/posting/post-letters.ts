import { type Instant, instantOfSeconds, secondsOf } from '@redalert/core'
import type { BookEvent } from '../../cases/book/book-event.ts'
import { after } from '../../cases/after.ts'
import type { CaseBook } from '../../cases/book/case-book.ts'
import type { Letterbox, PostedLetter } from '../../letterbox.ts'
import type { Relay } from '../send-letters.ts'
import type { OutboxLimits } from '../planning/schema.ts'
import { type Counting, counting } from '../planning/counting.ts'
import { warmUp } from '../planning/warm-up.ts'
import { keepBack } from './keep-back.ts'
import { objection } from './objection.ts'
import { shutIfTripped } from './shut-if-tripped.ts'
import { type RelayConnection, relayConnection } from './relay-connection.ts'

/** What sending depends on. */
export type PostingParts = {
  readonly book: Pick<CaseBook, 'case' | 'without'>
  readonly letterbox: Letterbox
  readonly relay: Relay
  /** Puts the signatures before a mail. */
  readonly sign: (mail: Uint8Array) => Promise<Uint8Array>
  readonly limits: OutboxLimits
  /** How long a relay may be silent. */
  readonly patienceMilliseconds?: number
  readonly now: () => Instant
  /** The kill switch, looked at before every letter. */
  readonly isStopped: () => boolean
  readonly report: (error: unknown, letter: PostedLetter) => void
  /** Called at each step, so that a test can stop the process there. */
  readonly step?: (name: PostingStep) => void
}

/** The steps of sending one letter, in order. */
export const postingSteps = ['due', 'taken', 'signed', 'handed-over', 'noted'] as const
export type PostingStep = (typeof postingSteps)[number]

const together = 50
const firstPauseHours = 1 / 60
const longestPauseHours = 6
/** After so long the relay has had its chance. */
const givenUpHours = 24 * 5

/**
 * Hands over what waits: the one place that sends letters to owners. Nothing leaves before a person opened the gate, nor
 * when something speaks for shutting it. The limits are looked at once more, for a person may have approved more than may
 * leave. Gives how many left.
 */
export async function postLetters(parts: PostingParts): Promise<number> {
  const { letterbox, limits, now, isStopped } = parts
  if (limits.mode !== 'live' || !isOpen(parts) || shutIfTripped(parts)) return 0
  const connection = relayConnection(parts.relay, parts.patienceMilliseconds)
  const counts = counting(letterbox.sent(after(now(), -24 * 7)), now())
  const rate = warmUp(letterbox.days(), now(), limits)
  let count = 0
  try {
    for (const letter of letterbox.due(now(), together)) {
      if (isStopped() || !isOpen(parts)) break
      const against = objection(parts.book.case(letter.contact), letter.stage)
      if (against !== undefined) {
        keepBack(parts, [letter.id], { as: 'hold', because: against, at: now() })
        continue
      }
      if (!mayLeave(letter, counts, limits) || counts.inHour() >= rate) {
        letterbox.postpone(letter.id, after(now(), 1))
        continue
      }
      parts.step?.('due')
      if (letterbox.take(letter.id, now()) !== 'taken') continue
      parts.step?.('taken')
      counts.add(letter.contact)
      if (await postOne(letter, connection, parts)) count++
      else if (shutIfTripped(parts)) break
      parts.step?.('noted')
    }
  } finally {
    connection.close()
  }
  return count
}

function isOpen({ letterbox }: PostingParts): boolean {
  return letterbox.gate()?.state === 'open'
}

async function postOne(
  letter: PostedLetter,
  connection: RelayConnection,
  { letterbox, sign, now, report, step }: PostingParts,
): Promise<boolean> {
  const { id, mailbox, returnTo, messageId, attempts } = letter
  let raw: Uint8Array
  try {
    raw = await sign(letterbox.mail(id) ?? new Uint8Array())
  } catch (error) {
    letterbox.note(id, { kind: 'later', at: later(now(), attempts) }, [])
    report(error, letter)
    return false
  }
  step?.('signed')
  const outcome = await connection.send({
    from: returnTo,
    to: mailbox,
    id: messageId.slice(1, -1),
    raw,
  })
  if (outcome.kind !== 'sent') report(outcome.error, letter)
  switch (outcome.kind) {
    case 'sent':
      step?.('handed-over')
      letterbox.note(id, { kind: 'sent', at: now() }, [])
      return true
    case 'refused':
      letterbox.note(id, outcome, [bounced(letter, now(), outcome.how)])
      return false
    case 'later':
      if (isOld(letter, now())) {
        const because = 'The relay did not take it for five days.'
        letterbox.note(id, { kind: 'refused', because }, [bounced(letter, now(), 'soft')])
      } else letterbox.note(id, { kind: 'later', at: later(now(), attempts) }, [])
      return false
    case 'in-doubt':
      // It stays taken, and is tried once more.
      return false
  }
}

function mayLeave(
  { contact, stage }: PostedLetter,
  counts: Counting,
  limits: OutboxLimits,
): boolean {
  // Whoever asks for a key just had a letter; how often they may ask was counted when it was made.
  const isAsked = stage === 'feed'
  return (
    (isAsked || counts.inDay(contact) < limits.address_day) &&
    (isAsked || counts.inWeek(contact) < limits.address_week) &&
    counts.ofDomain(contact) < limits.domain_hour
  )
}

function bounced(
  { contact }: PostedLetter,
  at: Instant,
  how: 'hard' | 'soft' | 'policy',
): BookEvent {
  return { of: 'case', event: { contact, at, kind: 'bounced', how } }
}

function isOld({ letGo }: PostedLetter, now: Instant): boolean {
  return letGo !== null && after(letGo, givenUpHours) <= now
}

function later(now: Instant, attempts: number): Instant {
  const hours = Math.min(firstPauseHours * 2 ** attempts, longestPauseHours)
  return instantOfSeconds(secondsOf(now) + hours * 3600) ?? now
}
