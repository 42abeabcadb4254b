/** A moment in UTC to the second, `2001-07-19T14:08:55Z`: as text it sorts, compares and reads well. Only {@link toInstant} and {@link instantOfSeconds} make one. */
export type Instant = string & { readonly _: 'Instant' }

/** An hour in UTC, `2001-07-19T14`. */
export type Hour = string & { readonly _: 'Hour' }

/** A date and a time of day as a clock on a wall shows them: `month` is 1 to 12. */
export type WallTime = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The instant at which a clock so many minutes east of Greenwich shows this; undefined when no clock ever does. A leap second counts as the one before it. */
export function toInstant(time: WallTime, minutesEast = 0): Instant | undefined {
  const { year, month, day, hour, minute } = time
  const second = time.second === 60 ? 59 : time.second
  if (year < 1970 || year > 9999 || Math.abs(minutesEast) > 24 * 60) return undefined
  if (hour > 23 || minute > 59 || second > 59 || hour < 0 || minute < 0 || second < 0)
    return undefined
  const midnight = new Date(Date.UTC(year, month - 1, day))
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined
  return instantOfSeconds(
    midnight.getTime() / 1000 + hour * 3600 + (minute - minutesEast) * 60 + second,
  )
}

/** The instant so many seconds after 1970 (whole seconds; fractions are cut off); undefined when out of the years 1970 to 9999. */
export function instantOfSeconds(seconds: number): Instant | undefined {
  if (!(seconds >= 0 && seconds < 253_402_300_800)) return undefined
  return `${new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19)}Z` as Instant
}

/** Whole seconds since 1970. */
export function secondsOf(instant: Instant): number {
  return Date.parse(instant) / 1000
}

/** The UTC hour in which an instant lies. */
export function hourOf(instant: Instant): Hour {
  return instant.slice(0, 13) as Hour
}

/** The hour that follows. */
export function nextHour(hour: Hour): Hour {
  return new Date(Date.parse(`${hour}:00:00Z`) + 3_600_000).toISOString().slice(0, 13) as Hour
}
