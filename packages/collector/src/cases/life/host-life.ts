import type { Grade, Instant, Source } from '@redalert/core'
import type { Rung } from './rung.ts'

/**
 * Where a host stands. `quiet`: it sends nothing any more; `fixed`: that is because it was mended; `relapsed`: it was said
 * or thought to be, and is not; `unknowable`: whoever listens would hear too little of it to say; `expired`: what was seen is
 * too old to tell anybody.
 */
export const lifeStates = [
  'suspected',
  'confirmed',
  'told',
  'active-after-notice',
  'claimed-cleaned',
  'claimed-patched',
  'quiet',
  'fixed',
  'unknowable',
  'relapsed',
  'disputed',
  'excluded',
  'expired',
] as const
export type LifeState = (typeof lifeStates)[number]

/** A machine as the victim of one family, from the first word of it to the last. */
export type HostLife = {
  readonly source: Source
  readonly family: string
  readonly state: LifeState
  /** Since when it is in this state. */
  readonly since: Instant
  readonly grade: Grade
  /** The strongest thing that may be done on what is known; null: nothing. */
  readonly may: May
  /** Log time of what was seen of it. */
  readonly first: Instant
  readonly last: Instant
  /** Who was told, in this round. */
  readonly told: Readonly<Partial<Record<Rung, Telling>>>
  /** When it relapsed a new round begins; the first is 1. */
  readonly round: number
  /** After a long silence the machine behind the address may be another one; the first is 1. */
  readonly tenancy: number
  /** What its silence ended, while it lasts. */
  readonly silence?: Silence
  /** What a dispute broke off, or the revocation of those who told of it. */
  readonly before?: LifeState
  readonly because?: Exclusion
}

/** What a host was before its silence was judged, and after which sight it began. */
export type Silence = {
  readonly before: LifeState
  readonly since: Instant
  readonly last: Instant
  /** How likely the machine behind the address was clean then; null: nothing was known. */
  readonly chance: number | null
}

/** What may be done: put the evidence before its owner as a question, state it, or tell others than the owner. */
export type May = 'ask' | 'assert' | 'escalate' | null

/** When a party was last told of a host, and how often. */
export type Telling = {
  readonly at: Instant
  readonly contact: string
  readonly times: number
  /** The mailboxes of the same party that were told before this one. */
  readonly before: readonly string[]
}

/** `wrong`: whoever disputed it was right; `withdrawn`: those who told of it are not believed any more. */
export type Exclusion = 'never' | 'not-theirs' | 'wrong' | 'withdrawn'
