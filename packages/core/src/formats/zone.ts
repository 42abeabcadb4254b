import { type Instant, secondsOf, toInstant, type WallTime } from '../model/instant.ts'
import { readOffset } from './offset.ts'

/** How a server's local time is to be read. */
export type Zone = {
  readonly name: string
  /** The instant at which the zone's clocks show this; undefined when no clock ever does. */
  readonly toInstant: (time: WallTime) => Instant | undefined
}

/**
 * Reads `+02:00`, `-0400`, `UTC` or a name of the IANA database, `Europe/Amsterdam`; undefined when it is none. Of an
 * hour that an autumn has twice the earlier is meant; an hour that a spring leaves out is moved behind the gap.
 */
export function parseZone(text: string): Zone | undefined {
  const offset = readOffset(text)
  if (offset !== undefined) return { name: text, toInstant: time => toInstant(time, offset) }
  try {
    const clock = new Intl.DateTimeFormat('en-US', { timeZone: text, timeZoneName: 'longOffset' })
    return { name: text, toInstant: remembering(clock) }
  } catch {
    return undefined
  }
}

/** Zones change at quarter hours, and the lines of a log are neighbours: the last quarter's offset is kept, and nothing else. */
function remembering(clock: Intl.DateTimeFormat): Zone['toInstant'] {
  let quarter = -1
  let minutesEast = 0
  return time => {
    const asIfUtc = toInstant(time)
    if (!asIfUtc) return undefined
    const seconds = secondsOf(asIfUtc)
    if (Math.floor(seconds / 900) !== quarter) {
      quarter = Math.floor(seconds / 900)
      minutesEast = offsetOfWall(clock, seconds * 1000)
    }
    return toInstant(time, minutesEast)
  }
}

const dayInMs = 24 * 3600 * 1000

/** The offset that turns a wall's time, given as if it were UTC, into an instant. */
function offsetOfWall(clock: Intl.DateTimeFormat, wall: number): number {
  const before = offsetAt(clock, wall - dayInMs)
  const after = offsetAt(clock, wall + dayInMs)
  const fitting = [before, after].filter(
    offset => offsetAt(clock, wall - offset * 60_000) === offset,
  )
  return fitting.length === 0 ? before : Math.max(...fitting)
}

/** Minutes east of Greenwich that a zone's clocks have at a moment. */
function offsetAt(clock: Intl.DateTimeFormat, moment: number): number {
  const part = clock.formatToParts(moment).find(({ type }) => type === 'timeZoneName')
  return readOffset(part?.value.slice(3, 9) ?? '') ?? 0
}
