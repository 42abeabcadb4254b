import type { Instant } from '@redalert/core'
import type { Policy } from './schema.ts'
import { wallClock, zoneOf } from './zone-of.ts'

/** Whether it is a time to write in a country: at all, and on a business day. */
export type OpenHours = (country: string | null) => {
  readonly isDay: boolean
  readonly isBusinessDay: boolean
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** What time it is everywhere, at one moment; each country is asked for once. */
export function openHours(now: Instant, policy: Policy): OpenHours {
  const known = new Map<string | null, ReturnType<OpenHours>>()
  return country => {
    const before = known.get(country)
    if (before) return before
    const { year, month, day, hour } = wallClock(zoneOf(country, now))(now)
    const weekday = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? 'sun'
    const open = {
      isDay: hour >= policy.open_from && hour < policy.open_until,
      isBusinessDay: policy.business_days.includes(weekday),
    }
    known.set(country, open)
    return open
  }
}
