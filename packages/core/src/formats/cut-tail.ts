import type { Cut } from './cut.ts'
import { cutOff } from './outcome.ts'
import { closingQuote, isBlank, pastBlanks, wordEnd } from './scan.ts'
import { type Field, type Finding, note } from './spans.ts'

/** Cuts what is left of a record word by word, in quotes or not. */
export function cutTail(
  record: string,
  start: number,
  { bare, quoted }: Extract<Cut, { kind: 'tail' }>,
  spans: Finding,
): number {
  let nextBare = 0
  let nextQuoted = 0
  let at = pastBlanks(record, start)
  while (at < record.length) {
    if (record.charAt(at) === '"') {
      const field: Field = quoted[nextQuoted++] ?? 'extra'
      const end = endOfQuoted(record, at + 1)
      note(spans, field, at + 1, end)
      if (end === record.length && field !== 'extra') return cutOff
      at = end + 1
    } else {
      const end = wordEnd(record, at)
      note(spans, bare[nextBare++] ?? 'extra', at, end)
      at = end
    }
    at = pastBlanks(record, at)
  }
  return record.length
}

/** The quote that ends a word, for old servers did not disarm quotes; of a record that is all in quotes the last is not its field's. */
function endOfQuoted(record: string, start: number): number {
  for (
    let quote = closingQuote(record, start);
    quote < record.length;
    quote = closingQuote(record, quote + 1)
  ) {
    const next = quote + 1
    if (next === record.length || isBlank(record.charCodeAt(next))) return quote
    if (next === record.length - 1 && record.charAt(next) === '"' && record.charAt(0) === '"') {
      return quote
    }
  }
  return record.length
}
