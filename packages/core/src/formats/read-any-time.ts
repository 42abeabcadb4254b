import { readAsctime } from './asctime.ts'
import { readClfTime } from './clf-time.ts'
import { readEpoch } from './epoch.ts'
import type { Stamp } from './stamp.ts'
import { readIsoTime } from './iso-time.ts'

/** Reads a time in any spelling that servers use: `19/Jul/2001:16:08:55 +0200`, ISO 8601, seconds since 1970, or as C writes it. */
export function readAnyTime(text: string): Stamp | undefined {
  return readClfTime(text) ?? readIsoTime(text) ?? readEpoch(text) ?? readAsctime(text)
}
