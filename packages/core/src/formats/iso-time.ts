import { readDigits } from './digits.ts'
import type { Stamp } from './stamp.ts'
import { readOffset } from './offset.ts'

const longest = 48

/** Reads `2001-07-19T16:08:55.123+02:00`: `T` or a blank in the middle, `Z`, an offset or nothing at the end. */
export function readIsoTime(text: string): Stamp | undefined {
  if (text.length > longest || !/[Tt ]/.test(text.charAt(10))) return undefined
  const rest = text.slice(11).trimEnd()
  const zone = rest.search(/[Zz+\- ]/)
  if (zone === -1) return readDateAndTime(text.slice(0, 10), rest)
  const minutesEast = readOffset(rest.slice(zone).trimStart())
  const stamp = readDateAndTime(text.slice(0, 10), rest.slice(0, zone))
  return stamp && minutesEast !== undefined ? { ...stamp, minutesEast } : undefined
}

/** Reads `2001-07-19` or `2001/7/19` and `16:08:55.123`. */
export function readDateAndTime(date: string, time: string): Stamp | undefined {
  const day = readDate(date)
  const clock = readTimeOfDay(time)
  return day && clock && { ...day, ...clock }
}

function readDate(text: string): Pick<Stamp, 'year' | 'month' | 'day'> | undefined {
  const separator = text.charAt(4)
  if (text.length > 10 || (separator !== '-' && separator !== '/')) return undefined
  const second = text.indexOf(separator, 5)
  if (second === -1) return undefined
  const year = readDigits(text, 0, 4)
  const month = readDigits(text, 5, second)
  const day = readDigits(text, second + 1, text.length)
  if (year === undefined || month === undefined || day === undefined) return undefined
  return { year, month, day }
}

/** Reads `16:08:55`, `7:08:55` or `16:08:55,123`; the fraction of the second is dropped. */
export function readTimeOfDay(text: string): Pick<Stamp, 'hour' | 'minute' | 'second'> | undefined {
  const colon = text.indexOf(':')
  if (text.length > longest || colon < 1 || colon > 2 || text.charAt(colon + 3) !== ':') {
    return undefined
  }
  const end = colon + 6
  if (text.length > end && !/^[.,]\d+$/.test(text.slice(end))) return undefined
  const hour = readDigits(text, 0, colon)
  const minute = readDigits(text, colon + 1, colon + 3)
  const second = readDigits(text, colon + 4, end)
  if (hour === undefined || minute === undefined || second === undefined) return undefined
  return { hour, minute, second }
}
