import { type Hour, type Instant, secondsOf } from '@redalert/core'
import type { Habits } from './habits.ts'

/** A clock that runs only while a copy of the family would have been seen: addresses listen, and the family is awake. */
export type ExposureClock = {
  /** Address-days so far, at so many days since 1970. */
  readonly at: (day: number) => number
}

/** Days since 1970, with fractions. */
export function daysOf(instant: Instant): number {
  return secondsOf(instant) / 86_400
}

/** Runs through the hours in which addresses listened, and stands still in all others. */
export function exposureClock(
  covered: ReadonlyMap<Hour, number>,
  isAwake: Habits['isAwake'],
): ExposureClock {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const hour of covered.keys()) {
    const number = numberOf(hour)
    first = Math.min(first, number)
    last = Math.max(last, number)
  }
  if (!Number.isFinite(first)) return { at: () => 0 }
  const addresses = new Float64Array(last - first + 1)
  for (const [hour, count] of covered) {
    if (isAwake(hour)) addresses[numberOf(hour) - first] = count
  }
  const until = new Float64Array(addresses.length + 1)
  for (const [index, count] of addresses.entries()) {
    until[index + 1] = (until[index] ?? 0) + count / 24
  }
  return {
    at(day) {
      const place = Math.min(Math.max(day * 24 - first, 0), addresses.length)
      const whole = Math.floor(place)
      return (until[whole] ?? 0) + ((place - whole) * (addresses[whole] ?? 0)) / 24
    },
  }
}

/** Hours since 1970. */
function numberOf(hour: Hour): number {
  return Date.parse(`${hour}:00:00Z`) / 3_600_000
}
