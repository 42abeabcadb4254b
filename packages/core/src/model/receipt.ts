import type { Instant } from './instant.ts'

/** What a collector answers for what it was told: enough to see that nothing was lost, and why something was refused. */
export type Receipt = {
  readonly kind: 'receipt'
  readonly schema: 1
  readonly id: string
  /** When it arrived. */
  readonly at: Instant
  /** SHA-256 of the bytes as they arrived, and how many they were. */
  readonly sha256: string
  readonly bytes: number
  /** Under whose name it is kept. */
  readonly submitter: string
  /** `kept`: safely on disk and not read yet; ask again. */
  readonly state: 'kept' | 'read'
  /** What was found in it; null while it is only kept. */
  readonly account: Account | null
}

/**
 * What was found in one arrival. units = accepted + other + skipped + contacts + refused; a unit is a line of a log, or
 * a cell of a submission.
 */
export type Account = {
  readonly unit: 'line' | 'cell'
  readonly units: number
  /** They show a mark. */
  readonly accepted: number
  /** Of those: they were known already, from this submitter. */
  readonly duplicates: number
  /** Read, and nothing is the matter with them. */
  readonly other: number
  /** Blank lines, comments, headers. */
  readonly skipped: number
  /** Firewall lines of DShield's format, which hold no request: counted, never a sighting. */
  readonly contacts: number
  readonly refused: readonly Refused[]
  /** What had to be undone to read it, in the order in which it was undone. */
  readonly repaired: readonly Repaired[]
  /** What the sender should know or do: sentences. */
  readonly advice: readonly string[]
  /** Machines that nobody had told of before, and others. */
  readonly hosts: { readonly new: number; readonly known: number }
}

/** Units that were not taken, and why. */
export type Refused = {
  readonly reason: string
  /** The reason as a sentence. */
  readonly because: string
  readonly count: number
  /** The first of them, as pairs of first and last number, from 1; a cell's number is its place in the list. */
  readonly numbers: readonly (readonly [number, number])[]
}

/** One kind of damage that was undone, and how often. */
export type Repaired = {
  readonly repair: string
  /** What it was, as a sentence. */
  readonly because: string
  readonly count: number
}
