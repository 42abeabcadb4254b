import { parseRange, type Range } from '../ranges/range.ts'

/** The range with which a line of a list begins, `192.0.2.0/24` or `192.0.2.0 - 192.0.2.9`, and what follows it. */
export function rangeAhead(words: readonly string[]): {
  readonly text: string
  readonly range: Range | undefined
  readonly rest: readonly string[]
} {
  const length = words[1] === '-' ? 3 : 1
  const text = words.slice(0, length).join(' ')
  return { text, range: parseRange(text), rest: words.slice(length) }
}
