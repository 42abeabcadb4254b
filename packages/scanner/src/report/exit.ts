import type { Grade } from '@redalert/core'
import type { Finding } from '../finding.ts'
import { counts } from './counts.ts'

/** What of a scan decides its exit code. */
export type Outcome = {
  /** Rows that count. */
  rows: number
  faults: number
  unread: number
}

export type ExitOptions = {
  readonly minGrade?: Grade | undefined
  /** Unread lines are an error. */
  readonly strict?: boolean
  /** Nothing found is a success. */
  readonly exitZero?: boolean
}

/** The outcome of a scan that has said nothing yet. */
export function emptyOutcome(): Outcome {
  return { rows: 0, faults: 0, unread: 0 }
}

/** Adds what one finding means for the exit code. Unread lines are counted by the summary, which always comes. */
export function addToOutcome(outcome: Outcome, finding: Finding, { minGrade }: ExitOptions): void {
  if (finding.kind === 'sighting' && counts(finding, minGrade)) outcome.rows++
  if (finding.kind === 'fault') outcome.faults++
  if (finding.kind === 'summary') outcome.unread += finding.unread
}

/**
 * The exit code, as grep's: 0 when a row counts, 1 when none does, 2 when something could not be read to its end,
 * whatever was found beside it. `--exit-zero` forgives that nothing was found, never that something was not read.
 */
export function exitCode(
  { rows, faults, unread }: Outcome,
  { strict, exitZero }: ExitOptions,
): 0 | 1 | 2 {
  if (faults > 0 || (strict && unread > 0)) return 2
  return rows > 0 || exitZero ? 0 : 1
}
