import { readDigits, readNumber } from './digits.ts'
import type { Stamp } from './stamp.ts'
import { readTimeOfDay } from './iso-time.ts'
import { readMonth } from './month.ts'

/** Reads `Fri Dec 02 23:36:16 2005` as C and Apache's error log write it, with or without a fraction of the second. */
export function readAsctime(text: string): Stamp | undefined {
  if (text.length > 40 || text.charAt(3) !== ' ') return undefined
  const [, month = '', day = '', time = '', year = '', more] = text.split(/ +/)
  const date = { month: readMonth(month), day: readNumber(day), year: readDigits(year, 0, 4) }
  const clock = readTimeOfDay(time)
  if (!clock || year.length !== 4 || more !== undefined) return undefined
  if (date.year === undefined || date.month === undefined || date.day === undefined)
    return undefined
  return { year: date.year, month: date.month, day: date.day, ...clock }
}
