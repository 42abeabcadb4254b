import { parseAddress } from '../model/address.ts'
import { findStamp } from './clf-time.ts'
import { noFit } from './outcome.ts'
import { beforeBlanks, find, pastBlanks, wordEnd } from './scan.ts'
import { type Finding, note } from './spans.ts'

/** Cuts identity, user and the time in brackets. */
export function cutWhoAndWhen(record: string, at: number, spans: Finding): number {
  const open = findStamp(record, at)
  const close = open === -1 ? -1 : find(record, ']', open)
  if (close === -1) return noFit
  const start = pastBlanks(record, at)
  const end = beforeBlanks(record, at, open)
  if (start < end && !noteWho(record, start, end, spans)) return noFit
  note(spans, 'time', open + 1, close)
  return close + 1
}

/** The first word is the identity; the user may be several, or missing. */
function noteWho(record: string, start: number, end: number, spans: Finding): boolean {
  const identityEnd = Math.min(wordEnd(record, start), end)
  if (parseAddress(record.slice(start, identityEnd))) return false
  note(spans, 'identity', start, identityEnd)
  const user = pastBlanks(record, identityEnd)
  if (user >= end) return true
  note(spans, 'user', user, end)
  return record.slice(user, end) !== '- -'
}
