import { type Instant, secondsOf } from '@redalert/core'

/** A country as the engine knows it; the method is younger than the types. */
type Region = Intl.Locale & { readonly getTimeZones?: () => readonly string[] | undefined }

/** The time zone to go by in a country, the middle one where it has several; UTC where it is not known. */
export function zoneOf(country: string | null, now: Instant): string {
  const all = country !== null && /^[A-Z]{2}$/.test(country) ? zonesOf(country) : []
  const byClock = all
    .map(zone => ({ zone, hours: hoursEast(zone, now) }))
    .toSorted((one, other) => one.hours - other.hours || (one.zone < other.zone ? -1 : 1))
  return byClock[Math.floor(byClock.length / 2)]?.zone ?? 'UTC'
}

/** The engine looks these up slowly. */
const zones = new Map<string, readonly string[]>()

function zonesOf(country: string): readonly string[] {
  const known = zones.get(country)
  if (known) return known
  const region: Region = new Intl.Locale(`und-${country}`)
  const found = region.getTimeZones?.() ?? []
  zones.set(country, found)
  return found
}

function hoursEast(timeZone: string, now: Instant): number {
  const { year, month, day, hour, minute } = wallClock(timeZone)(now)
  const wall = Date.UTC(year, month - 1, day, hour, minute) / 1000
  return Math.round((wall - secondsOf(now)) / 900) / 4
}

/** What clocks in a time zone show. */
export function wallClock(timeZone: string): (now: Instant) => {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
} {
  const format = formatOf(timeZone)
  return now => {
    const parts = new Map(
      format.formatToParts(secondsOf(now) * 1000).map(({ type, value }) => [type, Number(value)]),
    )
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
    return {
      year: part('year'),
      month: part('month'),
      day: part('day'),
      hour: part('hour'),
      minute: part('minute'),
    }
  }
}

/** Making one takes longer than a thousand uses of it. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}
