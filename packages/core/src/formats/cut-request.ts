import { cutOff, noFit } from './outcome.ts'
import { closingQuote, find, isBlank, isDigit, wordEnd } from './scan.ts'
import { type Finding, note } from './spans.ts'

/**
 * Cuts the request line in quotes. It may hold bare quotes, for old servers did not disarm them: it ends at the first
 * quote that has a status behind it, or else at the first that ends a word.
 */
export function cutRequest(record: string, at: number, spans: Finding): number {
  if (record.charAt(at) !== '"') return noFit
  const start = at + 1
  let wordEnds = -1
  for (
    let quote = closingQuote(record, start);
    quote < record.length;
    quote = closingQuote(record, quote + 1)
  ) {
    if (statusFollows(record, quote + 1)) {
      note(spans, 'request', start, quote)
      return quote + 1
    }
    if (wordEnds === -1 && endsWord(record, quote + 1)) wordEnds = quote
  }
  note(spans, 'request', start, wordEnds === -1 ? record.length : wordEnds)
  return wordEnds === -1 ? cutOff : wordEnds + 1
}

/** Cuts the request line without quotes: up to and with the word `HTTP/…`, or else two words. */
export function cutBareRequest(record: string, at: number, spans: Finding): number {
  const version = find(record, ' HTTP/', at)
  const end = version === -1 ? endOfTwoWords(record, at) : wordEnd(record, version + 1)
  note(spans, 'request', at, end)
  return end
}

function endOfTwoWords(record: string, at: number): number {
  const first = wordEnd(record, at)
  if (record.slice(at, first) === '-' || first === record.length) return first
  return wordEnd(record, first + 1)
}

/** Behind a request stands a status or a dash; a quote in the middle of one has other company. */
function statusFollows(record: string, at: number): boolean {
  if (record.charAt(at) !== ' ') return false
  if (record.charAt(at + 1) === '-') return endsWord(record, at + 2)
  for (let digit = at + 1; digit <= at + 3; digit++) {
    if (!isDigit(record.charCodeAt(digit))) return false
  }
  return endsWord(record, at + 4)
}

function endsWord(record: string, at: number): boolean {
  return at >= record.length || isBlank(record.charCodeAt(at))
}
