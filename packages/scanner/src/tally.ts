import {
  addCell,
  type Cell,
  type Hour,
  hourOf,
  identify,
  type Instant,
  type Source,
} from '@redalert/core'
import type { Match, Observed } from './engine/observe.ts'

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
  counts.matched += observed.matches.length
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
}

function countLine({ lineCounts }: Tally, { entry, marks }: Match, file: string): void {
  const ids = marks.map(({ id }) => id).toSorted()
  const key = ids.join(' ')
  const counts = lineCounts.get(entry.source) ?? new Map<string, LineCount>()
  const count = counts.get(key) ?? { marks: ids, lines: 0, files: new Set() }
  count.lines++
  count.files.add(file)
  lineCounts.set(entry.source, counts.set(key, count))
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
