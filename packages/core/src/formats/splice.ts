import { parseAddress } from '../model/address.ts'
import { findStamp } from './clf-time.ts'
import { find, isBlank } from './scan.ts'

/** The last of the records that a torn or doubly written line holds; undefined when it cannot be told where that begins. */
export type LastRecord = { readonly record: string } | undefined

/**
 * Two records of the common format on one line: the first is torn, and its address is innocent of what the second asked
 * for. A second record is told by its time in brackets with a quoted request behind it, which no field of a record can
 * hold: servers disarm its quote.
 */
export function lastRecord(line: string): LastRecord {
  const first = findStamp(line, 0)
  let last = first
  for (let next = first; next !== -1; next = findStamp(line, next + 1)) {
    if (opensRequest(line, next)) last = next
  }
  if (last === first) return { record: line }
  const start = sourceStart(line, last)
  return start === undefined ? undefined : { record: line.slice(start) }
}

const longestTime = 42

/** `[19/Jul/2001:16:08:55 +0200] "` */
function opensRequest(line: string, stamp: number): boolean {
  const close = find(line.slice(stamp, stamp + longestTime), ']', 0)
  if (close === -1) return false
  let at = stamp + close + 1
  while (isBlank(line.charCodeAt(at))) at++
  return line.charAt(at) === '"'
}

/**
 * Where the client of a record begins, `192.0.2.7 - - [`, whose beginning is glued to the record before. It must stand
 * behind something that no address can hold: behind a digit, a dot or a blank the first record may have ended in a part
 * of it.
 */
function sourceStart(line: string, stamp: number): number | undefined {
  if (!line.endsWith(' - - ', stamp) && line.slice(stamp - 5, stamp) !== ' - - ') return undefined
  const end = stamp - 5
  let start = end
  while (start > 0 && end - start <= 45 && isOfAddress(line.charCodeAt(start - 1))) start--
  const before = line.charAt(start - 1)
  if (before === '' || before === ' ' || before === '.') return undefined
  return parseAddress(line.slice(start, end)) ? start : undefined
}

/** A digit, a dot or a colon: of IPv4, and of IPv6 as far as it has no letters. */
function isOfAddress(code: number): boolean {
  return (code >= 0x30 && code <= 0x3a) || code === 0x2e
}
