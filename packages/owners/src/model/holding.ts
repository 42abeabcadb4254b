import type { Address, Untrusted } from '@redalert/core'
import type { Range } from '../ranges/range.ts'
import type { Clue, SourceName } from './clue.ts'

/** What a registry says of a range: who holds it, and every mailbox it names. Plain data, as the cache keeps it. */
export type Holding = {
  readonly range: Range
  readonly source: SourceName
  readonly registry: string
  readonly handle?: Untrusted
  readonly parentHandle?: Untrusted
  /** The name of the network or of its holder. */
  readonly name?: Untrusted
  /** What the registry calls this kind of range: `ASSIGNED PA`, `DIRECT ALLOCATION`. */
  readonly status?: Untrusted
  /** Two letters. */
  readonly country?: string
  /** The networks that announce it, as far as the registry says. */
  readonly asns?: readonly number[]
  readonly clues: readonly Clue[]
  /** The addresses for which the registry was asked: for these the answer holds. */
  readonly asked: readonly Address[]
  /** No other range can lie in this one: an end assignment, or a range whose inside is known. */
  readonly whole: boolean
  /** Every registry that could say more was asked. */
  readonly settled: boolean
}
