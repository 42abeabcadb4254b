import type { LogEntry } from '../model/entry.ts'
import type { Instant } from '../model/instant.ts'
import { monthName } from './month.ts'
import type { Field } from './spans.ts'

/** A field as logs write it: a dash for what they hold and is empty. */
export function writtenField(text: string | number | undefined): string {
  return text === undefined || text === '' ? '-' : String(text)
}

/** The request line of an entry, `GET /x HTTP/1.0`. */
export function writtenRequest({ method, target, version }: LogEntry): string {
  const words = [method, target, version ? `HTTP/${version}` : undefined]
  return words.filter(word => word !== undefined).join(' ')
}

/** The client with its port, `192.0.2.7:4711` or `[2001:db8::7]:4711`, where the log holds one. */
export function writtenClient({ source, port }: LogEntry): string {
  if (port === undefined) return source
  return source.includes(':') ? `[${source}]:${port}` : `${source}:${port}`
}

/** `19/Jul/2001:14:08:55 +0000`. */
export function writtenClfTime(at: Instant): string {
  const { day, month, year, time } = partsOf(at)
  return `${day}/${month}/${year}:${time} +0000`
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

/** `Thu Jul 19 14:08:55 2001`. */
export function writtenAsctime(at: Instant): string {
  const { day, month, year, time } = partsOf(at)
  return `${weekdays[new Date(at).getUTCDay()]} ${month} ${day} ${time} ${year}`
}

function partsOf(at: Instant) {
  return {
    year: at.slice(0, 4),
    month: monthName(Number(at.slice(5, 7))),
    day: at.slice(8, 10),
    time: at.slice(11, 19),
  }
}

/** How fields are written, each by itself. */
export type Writers = { readonly [Name in Field]?: (entry: LogEntry) => string }

/** The fields that every shape of columns writes alike. */
export const writers: Writers = {
  source: ({ source }) => source,
  port: ({ port }) => writtenField(port),
  method: ({ method }) => writtenField(method),
  version: ({ version }) => (version ? `HTTP/${version}` : '-'),
  status: ({ status }) => writtenField(status),
  bytes: ({ bytes }) => writtenField(bytes),
  referer: ({ referer }) => writtenField(referer),
  userAgent: ({ userAgent }) => writtenField(userAgent),
  host: ({ host }) => writtenField(host),
  listens: ({ listens }) => writtenField(listens),
}
