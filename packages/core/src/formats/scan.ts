/** Characters walked over so far; only {@link stepsOf} looks at it, and nothing that is read depends on it. */
let walked = 0

/** How many characters a piece of work walks over: the tests of linear time count them. */
export function stepsOf(work: () => void): number {
  const before = walked
  work()
  return walked - before
}

/** Where a text stands next, or -1. */
export function find(line: string, text: string, from: number): number {
  const at = line.indexOf(text, from)
  walked += (at === -1 ? line.length : at) - from + 1
  return at
}

/** Where a text stands last at or before a place, or -1. */
export function findLast(line: string, text: string, from: number): number {
  const at = line.lastIndexOf(text, from)
  walked += Math.min(from, line.length) - at
  return at
}

/** The next blank or tab, or the end of the line. */
export function wordEnd(line: string, from: number): number {
  let at = from
  while (at < line.length && !isBlank(line.charCodeAt(at))) at++
  walked += at - from + 1
  return at
}

/** The first place that is no blank or tab. */
export function pastBlanks(line: string, from: number): number {
  let at = from
  while (at < line.length && isBlank(line.charCodeAt(at))) at++
  walked += at - from + 1
  return at
}

/** The end of a stretch without the blanks at its end. */
export function beforeBlanks(line: string, start: number, end: number): number {
  let at = end
  while (at > start && isBlank(line.charCodeAt(at - 1))) at--
  walked += end - at + 1
  return at
}

/** The next quote that no backslash disarms, or the end of the line; a backslash may disarm another. */
export function closingQuote(line: string, from: number): number {
  let quote = find(line, '"', from)
  while (quote !== -1 && isDisarmed(line, from, quote)) quote = find(line, '"', quote + 1)
  return quote === -1 ? line.length : quote
}

function isDisarmed(line: string, from: number, quote: number): boolean {
  let first = quote
  while (first > from && line.charAt(first - 1) === '\\') first--
  walked += quote - first
  return (quote - first) % 2 === 1
}

/** A blank or a tab. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** A digit from 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
