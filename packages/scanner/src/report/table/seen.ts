import type { Instant } from '@redalert/core'
import type { Row } from '../../finding.ts'
import { terminalText, type TerminalText } from '../terminal.ts'

/** How exactly times are shown: to the second, or to the minute within one day and to the day over several. */
export type Exactness = 'second' | 'minute'

/** From when to when, in UTC. A question mark says that the zone of the log's times was not known. */
export function seenOf(
  { first, last, clock }: Pick<Row, 'first' | 'last' | 'clock'>,
  exactness: Exactness,
): TerminalText {
  const range = exactness === 'second' ? seconds(first, last) : minutes(first, last)
  return terminalText(`${range}${clock === 'assumed' ? '?' : ''}`)
}

/** A moment as people read it: `2001-07-19 14:08:55`. */
export function spaced(instant: Instant): TerminalText {
  return terminalText(instant.slice(0, 19).replace('T', ' '))
}

function seconds(first: Instant, last: Instant): string {
  const [from, to] = [spaced(first), spaced(last)]
  if (from === to) return from
  return isOneDay(first, last) ? `${from} – ${to.slice(11)}` : `${from} – ${to}`
}

function minutes(first: Instant, last: Instant): string {
  const [from, to] = [spaced(first).slice(0, 16), spaced(last).slice(0, 16)]
  if (from === to) return from
  return isOneDay(first, last)
    ? `${from} – ${to.slice(11)}`
    : `${from.slice(0, 10)} – ${to.slice(0, 10)}`
}

function isOneDay(first: Instant, last: Instant): boolean {
  return first.slice(0, 10) === last.slice(0, 10)
}
