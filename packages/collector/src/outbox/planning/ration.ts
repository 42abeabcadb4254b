import type { Instant } from '@redalert/core'
import type { PersonReason } from '../../policy/due-telling.ts'
import type { PlannedMail } from '../../policy/planned-mail.ts'
import { counting } from './counting.ts'
import type { OutboxLimits } from './schema.ts'
import type { DayFigures, SentMail } from '../../sent-mail.ts'
import { shuffled } from './shuffled.ts'
import { warmUp } from './warm-up.ts'

/** What may leave, what a person sees first, and what waits. Each letter is in one of them. */
export type Rationed = {
  readonly go: readonly PlannedMail[]
  readonly ask: readonly Asked[]
  readonly wait: readonly Waiting[]
}

export type Asked = {
  readonly mail: PlannedMail
  readonly because: PersonReason | 'first' | 'dry-run'
}
export type Waiting = { readonly mail: PlannedMail; readonly because: Limit }

/** What keeps a letter back for now; `round`: more are due than one round makes. */
export type Limit = 'stopped' | 'address' | 'domain' | 'organisation' | 'hour' | 'round'

/** What rationing depends on. */
export type RationParts = {
  readonly now: Instant
  readonly limits: OutboxLimits
  /** What left or was let go within the last week, oldest first. */
  readonly history: readonly SentMail[]
  /** How all letters fared, day by day. */
  readonly days: readonly DayFigures[]
  /** The kill switch, or a breaker. */
  readonly isStopped: boolean
  /** The contact with whom an organisation already has a thread. */
  readonly threadOf: (organisation: string) => string | undefined
  /** Gives numbers from 0 on, below 1: in which order letters leave is left to chance, so that it can be seen whether they help. */
  readonly random: () => number
}

/** The hard limits, at the one place that lets letters go. */
export function ration(mails: readonly PlannedMail[], parts: RationParts): Rationed {
  const { now, limits, history, days, isStopped, threadOf, random } = parts
  const go: PlannedMail[] = []
  const ask: Asked[] = []
  const wait: Waiting[] = []
  const rate = warmUp(days, now, limits)
  const sent = days.reduce((sum, day) => sum + day.sent, 0)
  const counts = counting(history, now)
  const threads = new Map<string, string>()
  for (const mail of shuffled(mails, random)) {
    const limit = isStopped ? 'stopped' : limitOn(mail)
    if (limit) {
      wait.push({ mail, because: limit })
      continue
    }
    const { organisation } = mail.party
    if (organisation !== null) threads.set(organisation, mail.contact)
    const because = reasonToAsk(mail)
    if (because) ask.push({ mail, because })
    else {
      counts.add(mail.contact)
      go.push(mail)
    }
  }
  return { go, ask, wait }

  function limitOn({ contact, stage, party: { organisation } }: PlannedMail): Limit | undefined {
    if (counts.inDay(contact) >= limits.address_day) return 'address'
    if (counts.inWeek(contact) >= limits.address_week) return 'address'
    const other =
      organisation === null ? undefined : (threads.get(organisation) ?? threadOf(organisation))
    // What was said wrongly is taken back from whoever it was said to.
    if (other !== undefined && other !== contact && stage !== 'retraction') return 'organisation'
    if (counts.ofDomain(contact) >= limits.domain_hour) return 'domain'
    return counts.inHour() >= rate ? 'hour' : undefined
  }

  function reasonToAsk({ person }: PlannedMail): Asked['because'] | undefined {
    if (limits.mode === 'dry-run') return 'dry-run'
    if (person !== null) return person
    return sent + go.length < limits.first_approved ? 'first' : undefined
  }
}
