import type { Cut } from './cut.ts'
import { cutColumns } from './cut-columns.ts'
import { cutBareRequest, cutRequest } from './cut-request.ts'
import { cutTail } from './cut-tail.ts'
import { cutWhoAndWhen } from './cut-who-and-when.ts'
import type { Located } from './format.ts'
import { cutOff, noFit } from './outcome.ts'
import { beforeBlanks, closingQuote, find, pastBlanks } from './scan.ts'
import { type Finding, note } from './spans.ts'

/** Cuts a record into its fields, from left to right and in linear time; undefined when it is not of this shape. */
export function cutRecord(record: string, cuts: readonly Cut[]): Located | undefined {
  const spans: Finding = { extra: [] }
  let at = 0
  for (const cut of cuts) {
    at = apply(record, at, cut, spans)
    if (at === noFit) return undefined
    if (at === cutOff) return { spans, cut: true }
  }
  return { spans }
}

/** Makes one cut; gives the place behind it. */
function apply(record: string, at: number, cut: Cut, spans: Finding): number {
  switch (cut.kind) {
    case 'literal':
      if (record.startsWith(cut.text, at)) return at + cut.text.length
      return cut.optional ? at : noFit
    case 'blanks':
      return pastBlanks(record, at)
    case 'upTo': {
      const end = find(record, cut.text, at)
      if (end === -1) return noFit
      note(spans, cut.field, at, end)
      return end + cut.text.length
    }
    case 'toEnd': {
      const end = beforeBlanks(record, at, record.length)
      const isClosed = cut.closing !== '' && record.slice(at, end).endsWith(cut.closing)
      note(spans, cut.field, at, isClosed ? end - cut.closing.length : end)
      return record.length
    }
    case 'quoted': {
      if (record.charAt(at) !== '"') return noFit
      const end = closingQuote(record, at + 1)
      note(spans, cut.field, at + 1, end)
      return end === record.length ? cutOff : end + 1
    }
    case 'request':
      return cutRequest(record, at, spans)
    case 'bareRequest':
      return cutBareRequest(record, at, spans)
    case 'whoAndWhen':
      return cutWhoAndWhen(record, at, spans)
    case 'tail':
      return cutTail(record, at, cut, spans)
    case 'columns':
      return cutColumns(record, cut, spans)
  }
}
