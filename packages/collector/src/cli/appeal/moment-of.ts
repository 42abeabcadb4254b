import { type Instant, instantOfSeconds } from '@redalert/core'
import { Fault } from '../../fault.ts'

/** The moment that somebody wrote, `2001-07-19` or `2001-07-19T12:00:00Z`; a day alone is its start, or the end of it. */
export function momentOf(text: string, option: string, side: 'start' | 'end'): Instant {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text)
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z$/.test(text)
  const milliseconds = isDay || isMoment ? Date.parse(text) : Number.NaN
  const later = isDay && side === 'end' ? 86_400 : 0
  const instant = instantOfSeconds(milliseconds / 1000 + later)
  if (
    !Number.isNaN(milliseconds) &&
    instant &&
    new Date(milliseconds).toISOString().startsWith(text.slice(0, 10))
  )
    return instant
  throw new Fault(
    'bad-config',
    `${option}: write the day in UTC like 2001-07-19, or the moment like 2001-07-19T12:00:00Z.`,
  )
}
