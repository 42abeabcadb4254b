import type { Instant } from '@redalert/core'
import { after } from '../cases/after.ts'
import type { BookEvent } from '../cases/book/book-event.ts'
import type { CaseHappening } from '../cases/thread/case-event.ts'
import type { Heard } from '../letters/answer/heard.ts'
import type { Follows } from '../ledger/heard-book.ts'
import type { AboutLetter } from './about-letter.ts'
import { order } from './order.ts'

/** What follows from a mail that came back, and whether a person should look at it. */
export type Verdict = Follows & {
  readonly isOpen: boolean
  /** Something that concerns all letters: a sentence for the operator. */
  readonly alarm?: string
}

/** When it came, and how many days whoever wrote is left in peace, so that a person can answer first. */
export type Judging = { readonly at: Instant; readonly peaceDays: number }

const nothing: Verdict = { events: [], outcome: null, isOpen: false }
const forPerson: Verdict = { ...nothing, isOpen: true }

/**
 * What follows from a mail that came back. Only one that came to an address which the letter alone names, or that
 * encloses one, changes anything; `letter` is undefined for any other, and a person sees what it may mean.
 */
export function verdict(
  heard: Heard,
  letter: AboutLetter | undefined,
  { at, peaceDays }: Judging,
): Verdict {
  const caseEvent = (happening: CaseHappening): readonly BookEvent[] =>
    letter ? [{ of: 'case', event: { contact: letter.contact, at, ...happening } }] : []
  const outcome = (was: 'bounced' | 'complained') =>
    letter ? { messageId: letter.messageId, was } : null
  switch (heard.kind) {
    case 'delayed':
    case 'delivered':
    case 'unrelated':
    case 'report':
      return nothing
    case 'unreadable':
      return forPerson
    case 'bounce': {
      if (!letter) return nothing
      const events = caseEvent({ kind: 'bounced', how: heard.how })
      if (heard.how === 'soft') return { ...nothing, events }
      if (heard.how === 'hard') return { events, outcome: outcome('bounced'), isOpen: false }
      const [{ reason, status }] = heard.failures
      const alarm = `A mail server refuses our letters, and not for want of the mailbox: ${status ?? ''} ${reason}`
      return { events, outcome: outcome('bounced'), isOpen: true, alarm }
    }
    case 'automatic': {
      const { ticket, about } = heard
      if (ticket === undefined || about?.by !== 'address') return nothing
      return { ...nothing, events: caseEvent({ kind: 'ticketed', ticket }) }
    }
    case 'complaint':
      if (!letter) return forPerson
      return {
        events: heard.stopsMail ? caseEvent({ kind: 'opted-out' }) : [],
        outcome: heard.stopsMail ? outcome('complained') : null,
        isOpen: !heard.stopsMail,
      }
    case 'answer': {
      if (heard.about?.by !== 'address') return forPerson
      const until = after(at, 24 * peaceDays)
      const { ticket } = heard
      return {
        ...forPerson,
        events: [
          ...caseEvent({ kind: 'reached' }),
          ...(ticket === undefined ? [] : caseEvent({ kind: 'ticketed', ticket })),
          ...caseEvent({ kind: 'paused', until }),
        ],
      }
    }
    case 'commands': {
      if (!letter) return forPerson
      const ordered = heard.commands.map(command => order(command, letter, at))
      return {
        events: [...caseEvent({ kind: 'reached' }), ...ordered.flatMap(({ events }) => events)],
        wishes: ordered.flatMap(({ wishes }) => wishes),
        outcome: null,
        isOpen: ordered.some(({ isOpen }) => isOpen),
      }
    }
  }
}
