import { type Instant, instantOfSeconds, secondsOf } from '@redalert/core'

/** The moment so many hours after another; before it, when they are negative. */
export function after(instant: Instant, hours: number): Instant {
  return instantOfSeconds(secondsOf(instant) + Math.round(hours * 3600)) ?? instant
}
