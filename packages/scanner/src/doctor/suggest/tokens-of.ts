import type { Token } from './token.ts'

/** What parts the fields of a line. */
export type Delimiter = ' ' | '\t' | '|' | ';' | ','

/** Takes a line apart where its delimiter stands outside of quotes and brackets; undefined for one that is no log line for sure. */
export function tokensOf(line: string, delimiter: Delimiter): readonly Token[] | undefined {
  const tokens: Token[] = []
  let at = 0
  while (at < line.length) {
    const start = pastDelimiters(line, at, delimiter)
    if (start === line.length) return undefined
    const before = line.slice(at, start)
    const end = endOfToken(line, start, delimiter)
    tokens.push({ before, ...unwrapped(line.slice(start, end)) })
    at = end
    if (tokens.length > mostTokens) return undefined
  }
  return tokens.length < leastTokens ? undefined : tokens
}

const leastTokens = 3
const mostTokens = 60

/** The delimiter that part all of some lines into the same number of fields; else blanks. */
export function delimiterOf(lines: readonly string[]): Delimiter {
  const found = (['\t', '|', ';', ','] as const).find(delimiter => {
    const counts = lines.map(line => countOf(line, delimiter))
    const [first = 0] = counts
    return first >= 3 && counts.every(count => count === first)
  })
  return found ?? ' '
}

/** How often a delimiter stands outside of quotes. */
function countOf(line: string, delimiter: string): number {
  let count = 0
  let quoted = false
  for (const char of line) {
    if (char === '"') quoted = !quoted
    else if (char === delimiter && !quoted) count++
  }
  return count
}

/** Behind blanks, and behind the delimiter that stands between them. */
function pastDelimiters(line: string, from: number, delimiter: Delimiter): number {
  let at = from
  let passed = delimiter === ' ' || from === 0
  for (; at < line.length; at++) {
    const char = line.charAt(at)
    if (char === ' ' || char === '\t') passed ||= char === delimiter
    else if (char === delimiter && !passed) passed = true
    else break
  }
  return at
}

function endOfToken(line: string, start: number, delimiter: Delimiter): number {
  let end = start
  while (end < line.length && !isEnd(line, end, delimiter)) {
    const close = line.charAt(end) === '[' && end === start ? closing(line, end, ']') : -1
    const quote = opensQuote(line, start, end) ? closing(line, end, '"') : -1
    end = Math.max(end, close, quote) + 1
  }
  if (delimiter === ' ') return end
  while (end > start && line.charAt(end - 1) === ' ') end--
  return end
}

function isEnd(line: string, at: number, delimiter: Delimiter): boolean {
  const char = line.charAt(at)
  return char === delimiter || (delimiter === ' ' && char === '\t')
}

/** A quote opens at the start of a token, or behind `key=`. */
function opensQuote(line: string, start: number, at: number): boolean {
  return line.charAt(at) === '"' && (at === start || line.charAt(at - 1) === '=')
}

const longestBrackets = 80

function closing(line: string, open: number, close: ']' | '"'): number {
  let at = line.indexOf(close, open + 1)
  if (close === ']') return at - open > longestBrackets ? -1 : at
  while (at !== -1 && line.charAt(at - 1) === '\\') at = line.indexOf(close, at + 1)
  return at
}

function unwrapped(whole: string): Omit<Token, 'before'> {
  const [, key = '', text = whole] = /^([A-Za-z_][\w.-]{0,30})=([^]*)$/.exec(whole) ?? []
  const inner = text.slice(1, -1)
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"'))
    return { key, wrap: '"', text: inner }
  if (text.length > 1 && text.startsWith('[') && text.endsWith(']'))
    return { key, wrap: '[', text: inner }
  return { key, wrap: '', text }
}
