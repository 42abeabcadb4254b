import {
  addCell,
  type Cell,
  type Hour,
  hourOf,
  identify,
  type Instant,
  type Source,
} from '@redalert/core'
import type { Deposit, Match, Observed } from './engine/observe.ts'

/** Everything a scan has seen so far; bounded by sources, marks and hours, never by lines. */
export type Tally = {
  /** What was read: lines = matched + other + unread + skipped. */
  readonly counts: { -readonly [Name in Counted]: number }
  /** The times of the first and the last entry. */
  readonly span: { first?: Instant; last?: Instant }
  readonly cells: Map<string, Cell>
  readonly hours: Map<Hour, number>
  readonly listens: Set<string>
  /** For each source, its lines by the set of marks that they gave, so that a line with two marks counts once. */
  readonly lineCounts: Map<Source, Map<string, LineCount>>
}

type Counted = 'files' | 'lines' | 'matched' | 'other' | 'unread' | 'skipped' | 'bytes'

/** Lines that gave exactly these marks, and the files they stand in. */
export type LineCount = {
  readonly marks: readonly string[]
  lines: number
  readonly files: Set<string>
}

export function emptyTally(): Tally {
  return {
    counts: { files: 0, lines: 0, matched: 0, other: 0, unread: 0, skipped: 0, bytes: 0 },
    span: {},
    cells: new Map(),
    hours: new Map(),
    listens: new Set(),
    lineCounts: new Map(),
  }
}

/** Adds what some lines of one file hold. */
export function addObserved(
  tally: Tally,
  observed: Observed,
  { file, sensor }: { readonly file: string; readonly sensor: string },
): void {
  const { counts, span } = tally
  counts.lines += observed.lines
  counts.matched += observed.matches.length + observed.deposited
  counts.other += observed.other
  counts.unread += observed.unread.length
  counts.skipped += observed.skipped
  if (observed.first && (!span.first || observed.first < span.first)) span.first = observed.first
  if (observed.last && (!span.last || observed.last > span.last)) span.last = observed.last
  for (const [hour, lines] of observed.hours)
    tally.hours.set(hour, (tally.hours.get(hour) ?? 0) + lines)
  for (const address of observed.listens) tally.listens.add(address)
  for (const match of observed.matches) {
    countLine(tally, match, file)
    for (const cell of cellsOf(match, file, sensor)) addCell(tally.cells, cell)
  }
  for (const deposit of observed.deposits) addDeposit(tally, deposit, file, sensor)
}

/**
 * Adds what a part of a scan holds. Lines of this file are numbered from the start of the part, which stands behind so many
 * others.
 */
export function addTally(
  tally: Tally,
  part: Tally,
  { file, linesBefore }: { readonly file: string; readonly linesBefore: number },
): void {
  const { counts, span } = tally
  for (const name of Object.keys(counts) as Counted[]) counts[name] += part.counts[name]
  const { first, last } = part.span
  if (first && (!span.first || first < span.first)) span.first = first
  if (last && (!span.last || last > span.last)) span.last = last
  for (const [hour, lines] of part.hours)
    tally.hours.set(hour, (tally.hours.get(hour) ?? 0) + lines)
  for (const address of part.listens) tally.listens.add(address)
  for (const cell of part.cells.values()) addCell(tally.cells, numbered(cell, file, linesBefore))
  for (const [source, counts] of part.lineCounts) {
    for (const count of counts.values()) addLineCount(tally, source, count)
  }
}

function numbered(cell: Cell, file: string, linesBefore: number): Cell {
  if (linesBefore === 0) return cell
  const evidence = cell.evidence.map(each =>
    each.file === file && each.line !== undefined
      ? { ...each, line: each.line + linesBefore }
      : each,
  )
  return { ...cell, evidence }
}

function addDeposit(tally: Tally, deposit: Deposit, file: string, sensor: string): void {
  const { source, hour, marks, lines, first, last, identities } = deposit
  const ids = marks.map(({ id }) => id).toSorted()
  addLineCount(tally, source, { marks: ids, lines, files: new Set([file]) })
  const evidence = deposit.evidence.map(each => ({ ...each, file }))
  for (const { id: mark } of marks) {
    const key = { sensor, source, mark, hour, clock: 'known' as const }
    const rest = { identities, first, last, evidence, payloadHosts: [], ownPayload: false }
    addCell(tally.cells, { ...key, ...rest })
  }
}

/** Adds lines of a source that gave the same marks. */
export function addLineCount(
  { lineCounts }: Tally,
  source: Source,
  { marks, lines, files }: LineCount,
): void {
  const key = marks.join(' ')
  const counts = lineCounts.get(source) ?? new Map<string, LineCount>()
  const count = counts.get(key) ?? { marks, lines: 0, files: new Set() }
  count.lines += lines
  for (const file of files) count.files.add(file)
  lineCounts.set(source, counts.set(key, count))
}

function countLine(tally: Tally, { entry, marks }: Match, file: string): void {
  const ids = marks.map(({ id }) => id).toSorted()
  addLineCount(tally, entry.source, { marks: ids, lines: 1, files: new Set([file]) })
}

/** The cells of one line: one for each mark, of one request. */
export function cellsOf(
  { entry, line, marks }: Match,
  file: string,
  sensor: string,
): readonly Cell[] {
  return marks.map(({ id, field, payloadHosts, ownPayload, text }) => ({
    sensor,
    source: entry.source,
    mark: id,
    hour: hourOf(entry.at),
    clock: entry.clock,
    identities: [identify(entry, field)],
    first: entry.at,
    last: entry.at,
    evidence: [{ at: entry.at, text, file, line }],
    payloadHosts,
    ownPayload,
  }))
}
