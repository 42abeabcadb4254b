import type { SentLine } from '../verify/verify-lines.ts'
import type { RepairKind } from './repair-kinds.ts'

/** What a message says, made readable: the lines of its logs, and what was said about them. */
export type Letter = {
  readonly lines: readonly SentLine[]
  readonly sensor?: string
  readonly zone?: string
  readonly repairs: ReadonlyMap<RepairKind, number>
  /** Lines that are no log: a signature, the name of the sensor. */
  readonly skipped: number
  /** What the sender should know: sentences. */
  readonly advice: readonly string[]
}
