import { toInstant } from '../model/instant.ts'
import { readDateAndTime } from './iso-time.ts'
import { readOffset } from './offset.ts'

/** What the header lines said so far: the last `#Fields`, and the last date for logs without a date column. */
export type Header = {
  readonly fields?: readonly string[]
  readonly date?: string
  /** From `#GMT-Offset: -0800`, as Oracle's web cache writes. */
  readonly minutesEast?: number
  /** A format string, from `#LogFormat:`, which stands above the evidence of a log with a format of its own. */
  readonly template?: string
}

/** The header lines that say this, so that a line below them reads as it did in its log. */
export function writeHeader({
  fields,
  date,
  minutesEast = 0,
  template,
}: Header): readonly string[] {
  const minutes = Math.abs(minutesEast)
  const clock = [Math.trunc(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0'))
  return [
    ...(template === undefined ? [] : [`#LogFormat: ${template}`]),
    ...(date === undefined ? [] : [`#Date: ${date}`]),
    ...(minutesEast === 0 ? [] : [`#GMT-Offset: ${minutesEast < 0 ? '-' : '+'}${clock.join('')}`]),
    ...(fields === undefined ? [] : [`#Fields: ${fields.join(' ')}`]),
  ]
}

/** What is known behind a `#` line; undefined when it says nothing about the lines below it. */
export function readHeader(line: string, known: Header = {}): Header | undefined {
  const colon = line.indexOf(':')
  const name = colon === -1 ? '' : line.slice(1, colon).trim().toLowerCase()
  const value = line.slice(colon + 1).trim()
  switch (name) {
    case 'fields':
      return { ...known, fields: value.split(/[ \t]+/) }
    case 'date':
    case 'start-date':
      return dated(known, value)
    case 'gmt-offset': {
      const minutesEast = readOffset(value)
      return minutesEast === undefined ? known : { ...known, minutesEast }
    }
    case 'logformat':
      return { template: value }
    case 'software':
    case 'version':
      return known
    default:
      return undefined
  }
}

function dated(known: Header, value: string): Header {
  const date = value.split(/[ \t]/, 1)[0] ?? ''
  const stamp = readDateAndTime(date, '00:00:00')
  return stamp && toInstant(stamp) ? { ...known, date } : known
}
