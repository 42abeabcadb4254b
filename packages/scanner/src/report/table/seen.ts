import type { Instant } from '@redalert/core'
import type { Row } from '../../finding.ts'
import { terminalText, type TerminalText } from '../terminal.ts'

/** Columns that times to the second need. */
export const longSeen = '2001-07-19 14:08:55 – 2001-07-20 01:22:10?'.length
/** Columns that the shorter spellings need. */
export const shortSeen = '2001-07-19 14:08 – 16:40?'.length

/**
 * From when to when, in UTC, as exactly as the columns allow: to the second, to the minute within one day, or to the day.
 * A question mark says that the zone of the log's times was not known.
 */
export function seenOf(
  { first, last, clock }: Pick<Row, 'first' | 'last' | 'clock'>,
  columns: number,
): TerminalText {
  return terminalText(`${range(first, last, columns)}${clock === 'assumed' ? '?' : ''}`)
}

function range(first: Instant, last: Instant, columns: number): string {
  const [from, to] = [spaced(first), spaced(last)]
  if (columns >= longSeen) return from === to ? from : `${from} – ${to}`
  const [minute, lastMinute] = [from.slice(0, 16), to.slice(0, 16)]
  if (minute === lastMinute) return minute
  if (from.slice(0, 10) === to.slice(0, 10)) return `${minute} – ${to.slice(11, 16)}`
  return `${from.slice(0, 10)} – ${to.slice(0, 10)}`
}

/** A moment as people read it: `2001-07-19 14:08:55`. */
export function spaced(instant: Instant): TerminalText {
  return terminalText(instant.slice(0, 19).replace('T', ' '))
}
