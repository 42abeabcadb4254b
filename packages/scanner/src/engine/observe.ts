import {
  type EntryReading,
  type Header,
  hourOf,
  type Hour,
  type Instant,
  type LogEntry,
  type Mark,
  match,
  type ReadContext,
  readLine,
  redact,
  type Rule,
  unreadReasons,
  type Untrusted,
  withHeader,
} from '@redalert/core'
import type { Line } from '../read/line.ts'

/** What is looked for, and how lines are read. */
export type Watch = {
  readonly context: ReadContext
  readonly rules: readonly Rule[]
  readonly since?: Instant
  readonly until?: Instant
  /** Show evidence whole instead of redacted. */
  readonly raw?: boolean
}

/** A request that gives a mark, with the line that proves each. */
export type Match = {
  readonly entry: LogEntry
  readonly line: number
  /** A back door was tried and this log's own server answered as if it worked. */
  readonly answered: boolean
  readonly marks: readonly (Mark & { readonly text: Untrusted })[]
}

/** What some lines hold: lines = matches + other + unread + skipped. */
export type Observed = {
  readonly lines: number
  readonly matches: readonly Match[]
  readonly other: number
  readonly skipped: number
  readonly unread: readonly { readonly line: number; readonly reason: string }[]
  /** Entries read in each hour of a known clock. */
  readonly hours: ReadonlyMap<Hour, number>
  /** Addresses that the log itself says its server listens on. */
  readonly listens: ReadonlySet<string>
  readonly first?: Instant
  readonly last?: Instant
  /** A date like 7/8/2001 was read month first. */
  readonly monthGuessed?: true
}

/**
 * Makes the reader of one log: it takes its lines, some at a time, and tells what they show. Nothing is remembered
 * between them but the last header line, so that any split of a file reads the same.
 */
export function observer(watch: Watch): (lines: readonly Line[]) => Observed {
  let header: Header | undefined
  return lines => {
    const observed = emptyObserved()
    for (const line of lines) header = observeLine(line, header, watch, observed)
    return observed
  }
}

type Tally = {
  -readonly [Key in keyof Observed]: Observed[Key]
} & {
  matches: Match[]
  unread: { line: number; reason: string }[]
  hours: Map<Hour, number>
  listens: Set<string>
}

function emptyObserved(): Tally {
  return {
    lines: 0,
    matches: [],
    other: 0,
    skipped: 0,
    unread: [],
    hours: new Map(),
    listens: new Set(),
  }
}

/** Adds one line to what is observed; gives the header that the next line is read with. */
function observeLine(
  line: Line,
  header: Header | undefined,
  watch: Watch,
  observed: Tally,
): Header | undefined {
  observed.lines++
  const context = {
    ...watch.context,
    ...(header && { header }),
    ...(line.cut && { cut: true as const }),
  }
  const reading = readLine(line.text, context)
  switch (reading.kind) {
    case 'header':
      observed.skipped++
      return reading.header
    case 'skipped':
      observed.skipped++
      return header
    case 'event':
      observed.other++
      return header
    case 'unread':
      observed.unread.push({ line: line.number, reason: unreadReasons[reading.reason] })
      return header
    case 'entry':
      observeEntry(line, reading, watch, observed)
      return header
  }
}

function observeEntry(line: Line, reading: EntryReading, watch: Watch, observed: Tally): void {
  const { entry } = reading
  if (isOutside(entry, watch)) {
    observed.other++
    return
  }
  noteHour(entry, observed)
  if (reading.monthGuessed) observed.monthGuessed = true
  const marks = match(entry, watch.rules)
  if (marks.length === 0) {
    observed.other++
    return
  }
  observed.matches.push({
    entry,
    line: line.number,
    answered: entry.status === 200 && marks.some(({ door }) => door),
    marks: marks.map(mark => ({
      ...mark,
      text: watch.raw ? withHeader(reading, line.text) : redact(reading, mark.field),
    })),
  })
}

function isOutside({ at }: LogEntry, { since, until }: Watch): boolean {
  return (since !== undefined && at < since) || (until !== undefined && at >= until)
}

/** Hours of an assumed clock are no coverage: nobody knows which hours they were. */
function noteHour({ at, clock, listens }: LogEntry, observed: Tally): void {
  if (!observed.first || at < observed.first) observed.first = at
  if (!observed.last || at > observed.last) observed.last = at
  if (listens) observed.listens.add(listens)
  if (clock === 'assumed') return
  const hour = hourOf(at)
  observed.hours.set(hour, (observed.hours.get(hour) ?? 0) + 1)
}
