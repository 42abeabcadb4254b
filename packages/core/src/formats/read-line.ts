import type { LogEntry } from '../model/entry.ts'
import { type EntryContext, type EntryFault, entryOf } from './entry-of.ts'
import type { Located, LogFormat } from './format.ts'
import { formats } from './formats.ts'
import { lastRecord } from './splice.ts'
import { template } from './template.ts'
import { w3c } from './w3c.ts'
import { type Header, readHeader } from './w3c-header.ts'

/** How a line is to be read. */
export type ReadContext = EntryContext & {
  /** The only format to be tried; without one every shape is, in the list's order. */
  readonly format?: LogFormat
  /** What the header lines above said. */
  readonly header?: Header
}

/** What one line of a log is. */
export type Reading =
  | EntryReading
  /** A header line; the lines below are read with it. */
  | { readonly kind: 'header'; readonly header: Header }
  /** Blank, or a comment. */
  | { readonly kind: 'skipped' }
  /** A line of a known shape that tells of no request. */
  | { readonly kind: 'event'; readonly format: LogFormat }
  | { readonly kind: 'unread'; readonly reason: UnreadReason }

export type EntryReading = {
  readonly kind: 'entry'
  readonly entry: LogEntry
  readonly format: LogFormat
  readonly located: Located
  /** The part of the line that holds the entry: all of it, unless another record is glued before it. */
  readonly record: string
  /** Month and day of its date might be the other way round. */
  readonly monthGuessed?: true
}

/** Why a line is not read, in words for a person. */
export type UnreadReason = keyof typeof unreadReasons

export const unreadReasons = {
  'no-format': 'no known format fits it',
  'no-header': 'a W3C line without a #Fields line above it',
  'no-source': 'it names no client: neither an address nor a host name',
  'no-time': 'its time cannot be read',
  'impossible-date': 'no clock ever shows its time',
  spliced: 'two records are glued together, and whom the second is of cannot be told for sure',
} as const satisfies Record<'no-format' | 'no-header' | EntryFault, string>

/** Reads one line of a log, without remembering anything: any split of a log reads the same. */
export function readLine(line: string, context: ReadContext = {}): Reading {
  if (line.charAt(0) === '#') {
    const header = readHeader(line, context.header)
    return header ? { kind: 'header', header } : { kind: 'skipped' }
  }
  if (isBlankLine(line)) return { kind: 'skipped' }
  const last = lastRecord(line)
  if (!last) return { kind: 'unread', reason: 'spliced' }
  const { record } = last
  let reason: UnreadReason | undefined
  for (const format of candidates(context)) {
    const located = format.locate(record)
    if (!located) continue
    if (located.event) return { kind: 'event', format }
    const read = entryOf(record, located, format, context)
    if (read === 'spliced') return { kind: 'unread', reason: read }
    if (typeof read !== 'string') return { kind: 'entry', format, located, record, ...read }
    reason ??= read
  }
  return { kind: 'unread', reason: reason ?? (looksLikeW3c(record) ? 'no-header' : 'no-format') }
}

/** The formats that a line is offered to, in their order. */
export function* candidates({ format, header }: ReadContext): Generator<LogFormat> {
  if (format && format.name !== 'w3c') {
    yield format
    return
  }
  const below = header && formatBelow(header)
  if (below) yield below
  if (!format) yield* formats
}

/** A header stands above many lines, and makes one format. */
function formatBelow(header: Header): LogFormat | undefined {
  if (!made.has(header)) made.set(header, formatOf(header))
  return made.get(header)
}

function formatOf(header: Header): LogFormat | undefined {
  if (header.template === undefined) return w3c(header)
  const format = template(header.template)
  return 'wrong' in format ? undefined : format
}
const made = new WeakMap<Header, LogFormat | undefined>()

/** Whether a line begins as those of the extended format mostly do. */
export function looksLikeW3c(record: string): boolean {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d /.test(record)
}

function isBlankLine(line: string): boolean {
  for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) > 0x20) return false
  return true
}
