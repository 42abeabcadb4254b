import type { Instant, Source } from '@redalert/core'
import type { BookEvent } from './cases/book/book-event.ts'
import type { Rung } from './cases/life/rung.ts'
import type { DayFigures, SentMail } from './sent-mail.ts'

/** Where letters wait until they leave, and are kept afterwards. What happens to one and to its case is written down together, or not at all. */
export type Letterbox = {
  /** Puts a letter before a person. An earlier one to the same contact that nobody decided on gives way. */
  readonly show: (draft: Draft, because: string) => number
  /** Lets a letter go: it waits to be sent, and all that it tells counts as told. */
  readonly letGo: (draft: Draft, events: readonly BookEvent[]) => number
  /** Lets one go that was shown or held. False: there is none. */
  readonly approve: (id: number, at: Instant, events: readonly BookEvent[]) => boolean
  /** Keeps one back that has not left, until a person approves it; it tells nothing then, and nothing else is written to its contact meanwhile. False: there is none. */
  readonly hold: (id: number, because: string, events: readonly BookEvent[]) => boolean
  /** Takes one back for good that has not left. False: there is none. */
  readonly withdraw: (id: number, because: string, events: readonly BookEvent[]) => boolean
  readonly letters: (query: LetterQuery) => Iterable<PostedLetter>
  readonly letter: (id: number) => PostedLetter | undefined
  /** The whole mail, unsigned. */
  readonly mail: (id: number) => Uint8Array | undefined
  /** Letters that wait to be sent now, and those that somebody took and said no more of. */
  readonly due: (now: Instant, limit: number) => readonly PostedLetter[]
  /** Takes one to hand it to the relay; whoever takes one of which nobody knows whether it left is told so. */
  readonly take: (id: number, at: Instant) => Taken
  /** What became of one that was taken. */
  readonly note: (id: number, outcome: PostOutcome, events: readonly BookEvent[]) => void
  /** Puts one off that waits to be sent. */
  readonly postpone: (id: number, until: Instant) => void
  /** What left after a moment, oldest first. */
  readonly sent: (after: Instant) => readonly SentMail[]
  /** How letters fared, day by day. */
  readonly days: () => readonly DayFigures[]
  /** A letter came back, or somebody complained of it. False: there is none with this Message-ID. */
  readonly mark: (messageId: string, outcome: 'bounced' | 'complained') => boolean
  /** The contacts to whom a letter waits to be sent, or is held. */
  readonly underway: () => ReadonlySet<string>
  readonly isUnderway: (contact: string) => boolean
  /** First letters that were let go after a moment, each the beginning of a case. */
  readonly begun: (after: Instant) => readonly Begun[]
  /** Who said after a moment that we are wrong, each as often as they said it. */
  readonly disputes: (after: Instant) => readonly Dispute[]
  /** Whether letters may leave at all: a person says so, and nobody else. */
  readonly gate: () => Gate | undefined
  /** Opens or shuts it; every turn is kept. */
  readonly turnGate: (gate: Gate) => void
  /** How many letters are in each state. */
  readonly counts: () => Readonly<Partial<Record<LetterState, number>>>
}

/** Whether letters may leave. Without a gate nobody ever let them. */
export type Gate = {
  readonly state: 'open' | 'shut'
  readonly at: Instant
  readonly by: 'person' | 'breakers'
  /** Why it is shut. */
  readonly because: string | null
}

/** The beginning of a case, and the submitters without whom there would be none. */
export type Begun = { readonly at: Instant; readonly decidedBy: readonly string[] }
export type Dispute = { readonly at: Instant; readonly contact: string }

/** A letter as it was made. */
export type Draft = {
  readonly contact: string
  readonly mailbox: string
  readonly organisation: string | null
  readonly rung: Rung
  readonly stage: string
  readonly hosts: readonly { readonly source: Source; readonly family: string }[]
  readonly caseName: string
  /** The submitters without each of whom it would tell nothing. */
  readonly decidedBy: readonly string[]
  readonly at: Instant
  /** Fixed for good: whoever gets it twice can tell. */
  readonly messageId: string
  readonly subject: string
  /** Where bounces go. */
  readonly returnTo: string
  readonly mail: Uint8Array
  /** Of a mail that is no letter to an owner: the contact, or the submitter, for whom it is. */
  readonly about?: string
}

/**
 * Mails that tell nobody of a machine: `confirm` asks a mailbox whether letters may go there, `feed` brings a key, `summary`
 * tells a submitter what became of theirs.
 */
export const noteStages = ['confirm', 'feed', 'summary'] as const
export type NoteStage = (typeof noteStages)[number]

/** What kind of such a mail it is; undefined for a letter. */
export function noteStage({ stage }: Pick<Draft, 'stage'>): NoteStage | undefined {
  return noteStages.find(each => each === stage)
}

/** `shown`: a person decides; `held`: a person, or a doubt, keeps it; `refused`: the relay did not take it; `withdrawn`: what it said is not so. */
export const letterStates = [
  'shown',
  'held',
  'queued',
  'taken',
  'sent',
  'refused',
  'withdrawn',
] as const
export type LetterState = (typeof letterStates)[number]

/** A letter and where it stands. */
export type PostedLetter = Omit<Draft, 'mail'> & {
  readonly id: number
  readonly state: LetterState
  readonly because: string | null
  /** When it was let go. */
  readonly letGo: Instant | null
  readonly sent: Instant | null
  readonly notBefore: Instant | null
  readonly attempts: number
  /** How often nobody knew whether it had left. */
  readonly doubts: number
}

export type LetterQuery = { readonly states?: readonly LetterState[]; readonly contact?: string }

/** `in-doubt`: it may have left twice already, so a person decides. */
export type Taken = 'taken' | 'in-doubt' | 'not-there'

export type PostOutcome =
  | { readonly kind: 'sent'; readonly at: Instant }
  /** The relay said no for now, so it did not leave. */
  | { readonly kind: 'later'; readonly at: Instant }
  | { readonly kind: 'refused'; readonly because: string }
