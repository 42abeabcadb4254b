import {
  type EntryReading,
  type Header,
  hourOf,
  type Hour,
  type Identity,
  type Instant,
  type Literals,
  type LogEntry,
  type Mark,
  match,
  type ReadContext,
  type Reading,
  readLine,
  redact,
  type Rule,
  type Source,
  unreadReasons,
  type Untrusted,
  withHeader,
} from '@redalert/core'
import type { Line } from '../read/line.ts'

/** What is looked for, and how lines are read. */
export type Watch = {
  readonly context: ReadContext
  readonly rules: readonly Rule[]
  /** What lines must hold for these rules, where that was worked out before. */
  readonly literals?: Literals
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

/** Requests of one client in one hour that all give the same marks and name no host, counted and not told one by one. */
export type Deposit = {
  readonly source: Source
  readonly hour: Hour
  readonly marks: readonly Mark[]
  readonly lines: number
  readonly first: Instant
  readonly last: Instant
  readonly identities: readonly Identity[]
  readonly evidence: readonly {
    readonly at: Instant
    readonly text: Untrusted
    readonly line: number
  }[]
}

/** What some lines hold: lines = matches + deposited + other + unread + skipped. */
export type Observed = {
  readonly lines: number
  readonly matches: readonly Match[]
  /** Lines that give marks and are not among the matches: deposits tell of them, now or later. */
  readonly deposited: number
  readonly deposits: readonly Deposit[]
  readonly other: number
  readonly skipped: number
  readonly unread: readonly { readonly line: number; readonly reason: string }[]
  /** Entries read in each hour of a known clock. */
  readonly hours: ReadonlyMap<Hour, number>
  /** Addresses that the log itself says its server listens on. */
  readonly listens: ReadonlySet<string>
  readonly first?: Instant
  readonly last?: Instant
  /** The first line whose date, like 7/8/2001, was read month first. */
  readonly monthGuessed?: number
}

/** The reader of a log that can be begun in its middle. */
export type HeadedObserver = {
  readonly observe: (lines: readonly Line[]) => Observed
  /** What the header lines so far say. */
  readonly header: () => Header | undefined
}

/**
 * Makes the reader of one log: it takes its lines, some at a time, and tells what they show. Nothing is remembered
 * between them but the last header line, so that any split of a file reads the same.
 */
export function observer(watch: Watch): (lines: readonly Line[]) => Observed {
  return headedObserver(watch).observe
}

/** The same below header lines that were read before. */
export function headedObserver(watch: Watch, above?: Header): HeadedObserver {
  let header = above
  const observe = (lines: readonly Line[]): Observed => {
    const observed = emptyObserved()
    for (const line of lines) {
      const reading = observeLine(line, header, watch, observed)
      if (reading.kind === 'header') header = reading.header
    }
    return observed
  }
  return { observe, header: () => header }
}

/** What is observed while it grows. */
export type Observing = {
  -readonly [Key in keyof Observed]: Observed[Key]
} & {
  matches: Match[]
  deposits: readonly Deposit[]
  unread: { line: number; reason: string }[]
  hours: Map<Hour, number>
  listens: Set<string>
}

export function emptyObserved(): Observing {
  return {
    lines: 0,
    matches: [],
    deposited: 0,
    deposits: [],
    other: 0,
    skipped: 0,
    unread: [],
    hours: new Map(),
    listens: new Set(),
  }
}

/** Adds one line to what is observed, and tells how it was read. */
export function observeLine(
  line: Line,
  header: Header | undefined,
  watch: Watch,
  observed: Observing,
): Reading {
  observed.lines++
  const context = {
    ...watch.context,
    ...(header && { header }),
    ...(line.cut && { cut: true as const }),
  }
  const reading = readLine(line.text, context)
  switch (reading.kind) {
    case 'header':
    case 'skipped':
      observed.skipped++
      break
    case 'event':
      observed.other++
      break
    case 'unread':
      observed.unread.push({ line: line.number, reason: unreadReasons[reading.reason] })
      break
    case 'entry':
      observeEntry(line, reading, watch, observed)
  }
  return reading
}

function observeEntry(line: Line, reading: EntryReading, watch: Watch, observed: Observing): void {
  const { entry } = reading
  if (isOutside(entry, watch)) {
    observed.other++
    return
  }
  noteHour(entry, observed)
  if (reading.monthGuessed) observed.monthGuessed ??= line.number
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
function noteHour({ at, clock, listens }: LogEntry, observed: Observing): void {
  if (!observed.first || at < observed.first) observed.first = at
  if (!observed.last || at > observed.last) observed.last = at
  if (listens) observed.listens.add(listens)
  if (clock === 'assumed') return
  const hour = hourOf(at)
  observed.hours.set(hour, (observed.hours.get(hour) ?? 0) + 1)
}
