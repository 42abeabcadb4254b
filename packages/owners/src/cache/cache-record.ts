import type { Address, Instant } from '@redalert/core'
import type { Clue } from '../model/clue.ts'
import type { Holding } from '../model/holding.ts'
import type { Block } from '../ranges/block.ts'
import type { Range } from '../ranges/range.ts'

/** What the cache keeps, as plain data: one JSON text says all of it. */
export type CacheRecord = HoldingRecord | AskedRecord | MissRecord | OriginRecord | ForgottenRecord

/** An answer; good until a day, and usable for a while after it. */
export type HoldingRecord = {
  readonly kind: 'holding'
  readonly range: Range
  readonly holding: Holding
  readonly until: Instant
}

/** That an address was asked for, and in which range the answer said that it lies. */
export type AskedRecord = {
  readonly kind: 'asked'
  readonly address: Address
  readonly range: Range
  readonly until: Instant
}

/** That nothing was found around an address, or that nobody could be asked. */
export type MissRecord = {
  readonly kind: 'miss'
  readonly block: Block
  readonly address: Address
  readonly reason: string
  readonly until: Instant
  /** How many times in a row a registry could not be asked; zero when it was, and had nothing. */
  readonly failures: number
}

/** Whom the announcer of a network names. */
export type OriginRecord = {
  readonly kind: 'origin'
  readonly asn: number
  readonly clues: readonly Clue[]
  readonly until: Instant
}

/** That an answer was wrong: a mail came back, or its reader was the wrong one. */
export type ForgottenRecord = { readonly kind: 'forgotten'; readonly range: Range }
