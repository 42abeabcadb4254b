import { nearestName, parseZone, type Zone } from '@redalert/core'
import type { Value } from '../value.ts'

/** A time zone: a distance from Greenwich or a name of the IANA database. */
export const zone: Value<Zone> = {
  shown: 'ZONE',
  read(given) {
    const value = parseZone(given)
    return value ? { value } : { wrong: `is not a time zone: ${advice(given)}` }
  },
}

function advice(given: string): string {
  const nearest = nearestName(given, Intl.supportedValuesOf('timeZone'))
  return nearest === undefined
    ? 'write it like Europe/Berlin, +02:00 or UTC'
    : `did you mean ${nearest}?`
}
