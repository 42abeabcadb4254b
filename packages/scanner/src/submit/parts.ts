import {
  type Cell,
  cellKey,
  type Coverage,
  type Hour,
  type Submission,
  submissionLimits,
  writeSubmission,
} from '@redalert/core'
import { escapeHidden } from '../report/safe-json.ts'

/** A submission as it is sent, and what it holds. */
export type Part = {
  readonly text: string
  readonly cells: readonly Cell[]
  readonly hours: number
}

/** What most web servers take in one piece, whoever stands before the collector. */
const mostBytes = 900_000

export type PartOptions = {
  readonly writer: string
  readonly zone: string | null
}

/**
 * Splits what is told into submissions that no limit refuses: the coverage first, then the cells in one order, so that
 * the same logs make the same submissions.
 */
export function parts(
  cells: readonly Cell[],
  coverage: readonly Coverage[],
  { writer, zone }: PartOptions,
): readonly Part[] {
  const empty: Submission = { writer, zone, cells: [], coverage: [] }
  const frame = sizeOf(empty)
  const made: Part[] = []
  let taken: Cell[] = []
  let covered: Coverage[] = []
  let bytes = frame
  const finish = () => {
    if (taken.length === 0 && covered.length === 0) return
    const text = textOf({ writer, zone, cells: taken, coverage: covered })
    const hours = covered.reduce((sum, each) => sum + Object.keys(each.hours).length, 0)
    made.push({ text, cells: taken, hours })
    taken = []
    covered = []
    bytes = frame
  }
  for (const each of coverage.flatMap(byHours)) {
    const size = sizeOf({ ...empty, coverage: [each] }) - frame
    if (bytes + size > mostBytes || covered.length === submissionLimits.sensors) finish()
    covered.push(each)
    bytes += size + 1
  }
  for (const cell of cells.toSorted(byKey)) {
    const size = sizeOf({ ...empty, cells: [cell] }) - frame
    if (bytes + size > mostBytes || taken.length === submissionLimits.cells) finish()
    taken.push(cell)
    bytes += size + 1
  }
  finish()
  return made
}

function byHours(coverage: Coverage): readonly Coverage[] {
  const hours = Object.entries(coverage.hours) as [Hour, number][]
  const pieces: Coverage[] = []
  for (let at = 0; at === 0 || at < hours.length; at += submissionLimits.hours) {
    const some = hours.slice(at, at + submissionLimits.hours)
    pieces.push({ ...coverage, hours: Object.fromEntries(some) })
  }
  return pieces
}

function byKey(one: Cell, other: Cell): number {
  const [a, b] = [cellKey(one), cellKey(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

function sizeOf(submission: Submission): number {
  return Buffer.byteLength(textOf(submission))
}

/** JSON whose every character a terminal shows: what `--dry-run` prints is what is sent. */
function textOf(submission: Submission): string {
  return escapeHidden(writeSubmission(submission))
}
