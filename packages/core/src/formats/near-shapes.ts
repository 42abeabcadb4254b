import type { Untrusted } from '../model/untrusted.ts'
import { type Cut, toEnd } from './cut.ts'
import { cutRecord } from './cutter.ts'
import { entryOf } from './entry-of.ts'
import { fieldWords } from './field-words.ts'
import type { LogFormat } from './format.ts'
import { maskOf, sharedStart } from './mask.ts'
import {
  candidates,
  looksLikeW3c,
  type ReadContext,
  type UnreadReason,
  unreadReasons,
} from './read-line.ts'
import type { Spans } from './spans.ts'
import { lastRecord } from './splice.ts'

/** A format that a line comes near to, and what keeps the line from being of it. */
export type NearShape = {
  readonly format: string
  /** Why, as the end of the sentence "it is not of this format: …". */
  readonly reason: string
  /** Where in the record it stops being of the format, where that can be told. */
  readonly at?: number
  /** A line of the format. */
  readonly like?: Untrusted
}

/** Looks that agree in fewer characters agree by chance. */
const leastShared = 3
const mostShapes = 3
const looked = 200

/** The formats that an unread line comes nearest to, and why it is of none; the nearest first. */
export function nearShapes(line: string, context: ReadContext = {}): readonly NearShape[] {
  const record = lastRecord(line)?.record
  if (record === undefined) return []
  const mask = maskOf(record.slice(0, looked))
  const near = [...candidates(context)]
    .map(format => ({ format, ...nearestSample(format, mask, context) }))
    .filter(({ shared }) => shared >= leastShared)
    .toSorted((one, other) => other.shared - one.shared)
  const [best] = near
  const shapes = near
    .filter(({ shared }) => shared * 2 >= (best?.shared ?? 0))
    .flatMap(({ format, like }) => {
      const why = whyNot(record, format, context)
      return why ? [{ format: format.name, ...why, ...(like !== undefined && { like }) }] : []
    })
  return [...withoutHeader(record, context), ...shapes].slice(0, mostShapes)
}

/** The sample that looks most like the line. What a person or a header says is the format is nearest anyhow. */
function nearestSample(format: LogFormat, mask: string, { format: forced, header }: ReadContext) {
  const isTold = forced === format || (header !== undefined && format.header === header)
  let nearest = { shared: isTold ? Infinity : 0, like: undefined as Untrusted | undefined }
  for (const { line } of format.samples) {
    const shared = sharedStart(maskOf(line.slice(0, looked)), mask)
    if (shared > nearest.shared) nearest = { shared, like: line }
  }
  return nearest
}

function withoutHeader(record: string, { header, format }: ReadContext): readonly NearShape[] {
  if (header?.fields || (format && format.name !== 'w3c') || !looksLikeW3c(record)) return []
  return [{ format: 'w3c', reason: unreadReasons['no-header'] }]
}

type Why = Pick<NearShape, 'reason' | 'at'>

function whyNot(record: string, format: LogFormat, context: ReadContext): Why | undefined {
  const located = format.locate(record)
  if (located?.event) return undefined
  if (!located) return format.cuts ? whereItStops(record, format.cuts) : { reason: noStart }
  const read = entryOf(record, located, format, context)
  return typeof read === 'string' ? whyNoEntry(read, located.spans) : undefined
}

const noStart = 'it does not begin as its lines do'

function whyNoEntry(reason: UnreadReason, { source, time }: Spans): Why {
  const span = reason === 'no-source' ? source : time
  return { reason: unreadReasons[reason], ...(span && { at: span[0] }) }
}

/** The first cut that cannot be made, and where it should have been. */
function whereItStops(record: string, cuts: readonly Cut[]): Why {
  const made = cuts.findIndex((_, index) => !cutRecord(record, cuts.slice(0, index + 1)))
  const rest = cutRecord(record, [...cuts.slice(0, made), toEnd('extra')])
  const at = rest?.spans.extra.at(-1)?.[0] ?? record.length
  const cut = cuts[made]
  return { reason: `${cut ? expected(cut) : 'more'} must stand here`, at }
}

function expected(cut: Cut): string {
  switch (cut.kind) {
    case 'literal':
      return JSON.stringify(cut.text)
    case 'upTo':
      return `${fieldWords[cut.field]} with ${JSON.stringify(cut.text)} behind it`
    case 'quoted':
      return `${fieldWords[cut.field]} in quotes`
    case 'request':
      return 'the request in quotes'
    case 'whoAndWhen':
      return 'the user and a time like [19/Jul/2001:16:08:55 +0200]'
    case 'columns':
      return `${cut.fields.length} columns`
    case 'blanks':
    case 'toEnd':
    case 'bareRequest':
    case 'tail':
      return 'more'
  }
}
