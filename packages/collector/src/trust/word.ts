import type { Party } from './party.ts'

/** What one submitter's report weighs, and with whom it counts as one. */
export type Word = {
  readonly submitter: string
  readonly points: number
  readonly parties: readonly Party[]
}
