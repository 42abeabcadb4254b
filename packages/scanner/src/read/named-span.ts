import { type Instant, instantOfSeconds } from '@redalert/core'
import { century } from './rotation.ts'

/** The time that a file's name says it holds; a side it does not speak of is undefined. */
export type NamedSpan = { readonly from: Instant | undefined; readonly to: Instant | undefined }

const iis = /^(?:u_)?(?:ex|in|nc)(\d{2})(\d{2})(\d{2})?(\d{2})?(?:_x)?\.log(?:\.[a-z0-9]+)?$/i
const dateext = /log-(\d{4})(\d{2})(\d{2})(?:\.[a-z0-9]+)?$/i

/** The last week of a month has this number in the names of logs that IIS begins every week: `ex010705.log`. */
const lastWeek = 6

/**
 * What a name says for sure. IIS names a log by the hour, day, week or month that it holds. Logrotate's `dateext` is the
 * day of rotation, so all in it is older, how old nobody knows. Any other date in a name may be the first or the last
 * day, of a period of any length, and says nothing here.
 */
export function namedSpan(fileName: string): NamedSpan | undefined {
  const service = iis.exec(fileName)
  if (service) return serviceSpan(service)
  const rotated = dateext.exec(fileName)
  if (!rotated) return undefined
  const [, year, month, day] = rotated.map(Number)
  const to = instant(year, month, (day ?? 0) + 1)
  return isDate(month, day) && to !== undefined ? { from: undefined, to } : undefined
}

function serviceSpan([, shortYear = '', monthDigits = '', dayDigits, hourDigits]: RegExpExecArray):
  | NamedSpan
  | undefined {
  const year = Number(`${century(shortYear)}${shortYear}`)
  const month = Number(monthDigits)
  const day = dayDigits === undefined ? undefined : Number(dayDigits)
  const hour = hourDigits === undefined ? undefined : Number(hourDigits)
  if (!isDate(month, day ?? 1) || (hour ?? 0) > 23) return undefined
  if (day !== undefined && hour !== undefined)
    return { from: instant(year, month, day, hour), to: instant(year, month, day, hour + 1) }
  // A small number may be a day or a week of the month: either lies in the month.
  if (day === undefined || day <= lastWeek)
    return { from: instant(year, month, 1), to: instant(year, month + 1, 1) }
  return { from: instant(year, month, day), to: instant(year, month, day + 1) }
}

function isDate(month = 0, day = 0): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** Days and months that are too high are those that follow. */
function instant(year = 0, month = 0, day = 0, hour = 0): Instant | undefined {
  return instantOfSeconds(Date.UTC(year, month - 1, day, hour) / 1000)
}
