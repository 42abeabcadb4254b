import type { Cut } from './cut.ts'
import { noFit } from './outcome.ts'
import { find, pastBlanks, wordEnd } from './scan.ts'
import { type Finding, note, type Span } from './spans.ts'

/** Cuts a whole record into columns. */
export function cutColumns(
  record: string,
  { fields, spare }: Extract<Cut, { kind: 'columns' }>,
  spans: Finding,
): number {
  const most = fields.length
  const fits = (found: readonly Span[]) =>
    found.length === most || (spare !== undefined && found.length === most - 1)
  const bare = bareColumns(record, most)
  const found = fits(bare) ? bare : quotedColumns(record, most)
  if (!fits(found)) return noFit
  const named = found.length === most ? fields : fields.filter((_, index) => index !== spare)
  for (const [index, [start, end]] of found.entries()) {
    note(spans, named[index] ?? 'extra', start, end)
  }
  return record.length
}

/** The words of a record, and no more than one too many; quotes around a word are not its own. */
function bareColumns(record: string, most: number): Span[] {
  const found: Span[] = []
  let at = pastBlanks(record, 0)
  while (at < record.length && found.length <= most) {
    const end = wordEnd(record, at)
    const isQuoted = end - at > 1 && record.charAt(at) === '"' && record.charAt(end - 1) === '"'
    found.push(isQuoted ? [at + 1, end - 1] : [at, end])
    at = pastBlanks(record, end)
  }
  return found
}

function quotedColumns(record: string, most: number): Span[] {
  const found: Span[] = []
  let at = pastBlanks(record, 0)
  while (at < record.length && found.length <= most) {
    const isQuoted = record.charAt(at) === '"'
    const end = isQuoted ? endOfQuoted(record, at + 1) : wordEnd(record, at)
    found.push(isQuoted ? [at + 1, end] : [at, end])
    at = pastBlanks(record, isQuoted ? end + 1 : end)
  }
  return found
}

/** The quote that is no half of a pair, or the end of the record. */
function endOfQuoted(record: string, start: number): number {
  let quote = find(record, '"', start)
  while (quote !== -1 && record.charAt(quote + 1) === '"') quote = find(record, '"', quote + 2)
  return quote === -1 ? record.length : quote
}
