import {
  addCell,
  type Cell,
  cellKey,
  type Coverage,
  type EntryReading,
  type Header,
  type Hour,
  hourOf,
  knownFamilies,
  parseAddress,
  type ReadContext,
  readLine,
  redact,
  type Source,
} from '@redalert/core'
import { cellOfMark } from './cell-of-mark.ts'
import { isDshieldLine } from './dshield-line.ts'
import type { Matcher } from './matcher.ts'
import { frontsOfLog, type Sent } from './proxy-fronts.ts'
import type { RefusalReason } from './refusals.ts'
import { type Counts, tally, type Tally } from './tally.ts'
import { sourceObjection, type Verifying } from './verifying.ts'

/** A line of a log as it was sent: its number where it stood, and why it cannot be read, if so. */
export type SentLine = {
  readonly number: number
  readonly text: string
  readonly refused?: RefusalReason
}

export type LineVerifying = Verifying & {
  readonly context: ReadContext
  readonly match: Matcher
  readonly sensor: string
}

/** What was found in something that was sent. */
export type Verified = {
  readonly cells: ReadonlyMap<string, Cell>
  readonly coverage: readonly Coverage[]
  readonly counts: Counts
}

type Log = {
  readonly cells: Map<string, Cell>
  readonly hours: Map<Hour, number>
  /** The addresses that the log says its server listens on. */
  readonly own: Set<string>
  readonly sources: Map<Source, Sent>
  readonly marked: { readonly number: number; readonly source: Source; readonly isKnown: boolean }[]
  readonly counted: Tally
  entries: number
}

/** Reads and matches the lines of a log, as a scan does, and sets apart what nobody should be accused of. */
export function verifyLines(lines: Iterable<SentLine>, verifying: LineVerifying): Verified {
  const log: Log = {
    cells: new Map(),
    hours: new Map(),
    own: new Set(),
    sources: new Map(),
    marked: [],
    counted: tally(),
    entries: 0,
  }
  let header: Header | undefined
  for (const line of lines) header = addLine(log, line, header, verifying)
  settleMarked(log)
  return { cells: log.cells, coverage: coverageOf(log, verifying), counts: log.counted.counts() }
}

/** Adds a line; gives the header that the next one is read with. */
function addLine(
  log: Log,
  { number, text, refused }: SentLine,
  header: Header | undefined,
  verifying: LineVerifying,
): Header | undefined {
  if (refused) {
    log.counted.refuse(refused, number)
    return header
  }
  if (text.includes('\t') && isDshieldLine(text)) {
    log.counted.pass('contacts')
    return header
  }
  const reading = readLine(text, header ? { ...verifying.context, header } : verifying.context)
  switch (reading.kind) {
    case 'header':
      log.counted.pass('skipped')
      return reading.header
    case 'skipped':
      log.counted.pass('skipped')
      return header
    case 'event':
      log.counted.pass('other')
      return header
    case 'unread':
      log.counted.refuse(reading.reason, number)
      return header
    case 'entry':
      addEntry(log, reading, { ...verifying, number })
      return header
  }
}

function addEntry(
  log: Log,
  reading: EntryReading,
  verifying: LineVerifying & { readonly number: number },
): void {
  const { entry } = reading
  const { match, sensor, number } = verifying
  noteEntry(log, reading)
  const marks = match(entry)
  if (marks.length === 0) {
    log.counted.pass('other')
    return
  }
  const objection =
    entry.clock === 'assumed'
      ? 'clock-assumed'
      : sourceObjection(entry.source, entry.at, { ...verifying, own: nobody })
  if (objection) {
    log.counted.refuse(objection, number)
    return
  }
  let isKnown = true
  for (const mark of marks) {
    const cell = cellOfMark(mark, entry, { sensor, text: redact(reading, mark.field) })
    const before = log.cells.get(cellKey(cell))
    const [identity] = cell.identities
    if (identity && !before?.identities.includes(identity)) isKnown = false
    addCell(log.cells, cell)
  }
  log.marked.push({ number, source: entry.source, isKnown })
}

const nobody: ReadonlySet<string> = new Set()
const mostAgents = 16
const mostSources = 50_000

function noteEntry(log: Log, { entry }: EntryReading): void {
  const { source, at, clock, listens, userAgent } = entry
  log.entries++
  if (listens) log.own.add(parseAddress(listens) ?? listens)
  if (clock === 'known') log.hours.set(hourOf(at), (log.hours.get(hourOf(at)) ?? 0) + 1)
  const sent = log.sources.get(source) ?? { entries: 0, agents: new Set() }
  sent.entries++
  if (userAgent && sent.agents.size < mostAgents) sent.agents.add(userAgent)
  if (log.sources.size < mostSources) log.sources.set(source, sent)
}

/** Counts the lines with marks, without those of the log's own server and of what stands in front of it. */
function settleMarked({ cells, own, sources, marked, counted, entries }: Log): void {
  const proxies = frontsOfLog(sources, { entries, marked: marked.length })
  const apart = (source: Source): RefusalReason | undefined => {
    if (own.has(source)) return 'own-address'
    return proxies.has(source) ? 'proxy-front' : undefined
  }
  for (const [key, { source }] of cells) if (apart(source)) cells.delete(key)
  for (const { number, source, isKnown } of marked) {
    const reason = apart(source)
    if (reason) counted.refuse(reason, number)
    else counted.accept(isKnown)
  }
}

/** A log that is whole says what could have been seen; an extract of what matches does not. */
function coverageOf(
  { hours, own, marked, entries }: Log,
  { sensor, now, families = knownFamilies }: LineVerifying,
): readonly Coverage[] {
  const past = [...hours].filter(([hour]) => String(hour) <= now)
  if (past.length === 0 || marked.length > entries / 2) return []
  return [
    {
      sensor,
      hours: Object.fromEntries(past.toSorted(([one], [other]) => (one < other ? -1 : 1))),
      listens: own.size > 0 ? [...own].toSorted() : null,
      signatures: families.version,
    },
  ]
}
