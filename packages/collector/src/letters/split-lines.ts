import type { BodyLine } from './body-line.ts'

/** A text cut into lines at every kind of line end. */
export type SplitText = { readonly lines: readonly BodyLine[]; readonly isCrOnly: boolean }

/** Cuts a text into lines; the first has the number after `before`. What ends without a line end is a line too. */
export function splitLines(text: string, before = 0): SplitText {
  const isCrOnly = !text.includes('\n') && text.includes('\r')
  const lines: BodyLine[] = []
  let number = before
  let start = 0
  while (start < text.length) {
    const found = isCrOnly ? text.indexOf('\r', start) : text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const hasCr = !isCrOnly && end > start && text.charCodeAt(end - 1) === 0x0d
    lines.push({ number: ++number, text: text.slice(start, hasCr ? end - 1 : end) })
    start = end + 1
  }
  return { lines, isCrOnly }
}
