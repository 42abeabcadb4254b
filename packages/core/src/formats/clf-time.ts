import { readDigits } from './digits.ts'
import type { Stamp } from './stamp.ts'
import { readMonth } from './month.ts'
import { readOffset } from './offset.ts'
import { find, isDigit } from './scan.ts'

/** The length of `19/Jul/2001:16:08:55`. */
const bareLength = 20

/** Reads `19/Jul/2001:16:08:55 +0200`; the offset and a fraction of the second may be missing. */
export function readClfTime(text: string): Stamp | undefined {
  if (text.length > 40 || !fits(text, 0)) return undefined
  const blank = text.indexOf(' ', bareLength)
  const minutesEast = blank === -1 ? undefined : readOffset(text.slice(blank + 1))
  if (blank !== -1 && minutesEast === undefined) return undefined
  const fraction = text.slice(bareLength, blank === -1 ? text.length : blank)
  if (fraction !== '' && fraction.charAt(0) !== '.') return undefined
  const month = readMonth(text.slice(3, 6))
  if (month === undefined) return undefined
  return {
    year: readDigits(text, 7, 11) ?? 0,
    month,
    day: readDigits(text, 0, 2) ?? 0,
    hour: readDigits(text, 12, 14) ?? 0,
    minute: readDigits(text, 15, 17) ?? 0,
    second: readDigits(text, 18, 20) ?? 0,
    ...(minutesEast !== undefined && { minutesEast }),
  }
}

/** The next bracket that opens such a time, or -1. */
export function findStamp(record: string, from: number): number {
  let open = find(record, '[', from)
  while (open !== -1 && !fits(record, open + 1)) open = find(record, '[', open + 1)
  return open
}

const mask = '00/aaa/0000:00:00:00'

function fits(text: string, start: number): boolean {
  for (let at = 0; at < bareLength; at++) {
    const expected = mask.charAt(at)
    const code = text.charCodeAt(start + at)
    if (expected === 'a') continue
    if (expected === '0' ? !isDigit(code) : code !== expected.charCodeAt(0)) return false
  }
  return true
}
