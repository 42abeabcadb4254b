import { type Instant, instantOfSeconds, secondsOf, toInstant } from '@redalert/core'
import type { Value } from '../value.ts'

const secondsIn = { m: 60, h: 3600, d: 86_400, w: 7 * 86_400 } as const

/** A moment in UTC: a date, which is its midnight, a date and time of day, or so long ago. */
export const moment: Value<Instant> = {
  shown: 'TIME',
  read(given, { now }) {
    const value = ago(given, now) ?? dated(given)
    return value
      ? { value }
      : { wrong: 'is not a time: write it like 2001-07-19, 2001-07-19T14:00Z, 36h or 2d' }
  },
}

function ago(given: string, now: Instant): Instant | undefined {
  const [, count, unit] = /^(\d{1,9})([mhdw])$/.exec(given) ?? []
  if (count === undefined) return undefined
  return instantOfSeconds(
    secondsOf(now) - Number(count) * secondsIn[unit as keyof typeof secondsIn],
  )
}

function dated(given: string): Instant | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?Z?)?$/.exec(given)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map(part => Number(part ?? 0))
  return toInstant({ year, month, day, hour, minute, second })
}
