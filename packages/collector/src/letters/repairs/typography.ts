import type { BodyLine, Repair } from '../body-line.ts'
import { isNeat } from './core-of.ts'
import type { ReadEntry } from './joins.ts'

/** Blanks that do not break, and what nobody sees: mail programs and HTML put them in, and no log holds them raw. In UTF-8, one character per byte. */
const invisible: readonly (readonly [string, string])[] = [
  ['\xc2\xa0', ' '],
  ['\xe2\x80\xaf', ' '],
  ['\xe2\x80\x8b', ''],
  ['\xe2\x80\x8c', ''],
  ['\xe2\x80\x8d', ''],
  ['\xe2\x81\xa0', ''],
  ['\xef\xbb\xbf', ''],
  ['\xc2\xad', ''],
]

/** Quotes and dashes as a text program sets them. */
const printed: readonly (readonly [string, string])[] = [
  ['\xe2\x80\x9c', '"'],
  ['\xe2\x80\x9d', '"'],
  ['\xe2\x80\x9e', '"'],
  ['\xe2\x80\x9f', '"'],
  ['\xc2\xab', '"'],
  ['\xc2\xbb', '"'],
  ['\xe2\x80\xb3', '"'],
  ['\xe2\x80\x98', "'"],
  ['\xe2\x80\x99', "'"],
  ['\xe2\x80\x93', '-'],
  ['\xe2\x80\x94', '--'],
  ['\xe2\x80\xa6', '...'],
]

/**
 * Sets blanks, quotes and dashes back; the last two only in a line that does not read as it is, or that reads as a whole
 * request with them alone: a log may hold such letters of its own.
 */
export function undoTypography(lines: readonly BodyLine[], read: ReadEntry): Repair {
  let count = 0
  const undone = lines.map(line => {
    if (!hasWide(line.text)) return line
    const plain = replaced(line.text, invisible)
    const text = asTyped(plain, read)
    if (text !== line.text) count++
    return { number: line.number, text }
  })
  return { lines: undone, count }
}

function asTyped(plain: string, read: ReadEntry): string {
  const reading = read(plain)
  if (reading && isNeat(reading)) return plain
  const text = replaced(plain, printed)
  const typed = reading && read(text)
  return !reading || (typed && isNeat(typed)) ? text : plain
}

function replaced(text: string, table: readonly (readonly [string, string])[]): string {
  return table.reduce((result, [from, to]) => result.replaceAll(from, to), text)
}

function hasWide(text: string): boolean {
  return text.includes('\xe2') || text.includes('\xc2') || text.includes('\xef')
}
