import { instantOfSeconds } from '../model/instant.ts'
import { readDigits, readNumber } from './digits.ts'
import type { Stamp } from './stamp.ts'
import { readDateAndTime } from './iso-time.ts'

/** Reads seconds since 1970, with or without a fraction, or milli-, micro- or nanoseconds: told apart by their length. */
export function readEpoch(text: string): Stamp | undefined {
  const point = text.indexOf('.')
  const whole = point === -1 ? text : text.slice(0, point)
  if (text.length > 40 || whole.length < 9 || whole.length > 19) return undefined
  const seconds = readDigits(whole, 0, whole.length - fractionDigits(whole.length))
  if (seconds === undefined) return undefined
  for (let at = 0; at < whole.length; at++) {
    if (readNumber(whole.charAt(at)) === undefined) return undefined
  }
  const instant = instantOfSeconds(seconds)
  const stamp = instant && readDateAndTime(instant.slice(0, 10), instant.slice(11, 19))
  return stamp && { ...stamp, minutesEast: 0 }
}

function fractionDigits(length: number): number {
  if (length <= 11) return 0
  if (length <= 14) return 3
  return length <= 17 ? 6 : 9
}
