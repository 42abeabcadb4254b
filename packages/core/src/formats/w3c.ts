import { columns } from './cut.ts'
import { cutRecord } from './cutter.ts'
import type { LogFormat } from './format.ts'
import { readDateAndTime } from './iso-time.ts'
import type { Sample } from './sample.ts'
import type { Field } from './spans.ts'
import { w3cFields } from './w3c-fields.ts'
import type { Header } from './w3c-header.ts'
import { type Writers, writers, writtenField } from './written.ts'

const iisFields =
  'date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken'

/** Lines below a header, which stands beside each: a shape without a header is none. */
export const w3cSamples: readonly Sample[] = [
  {
    header: [`#Fields: ${iisFields}`],
    line: '2015-01-13 00:32:17 100.79.192.81 GET /robots.txt - 80 - 157.55.39.146 Mozilla/5.0+(compatible;+bingbot/2.0;++http://www.bing.com/bingbot.htm) - 404 0 2 1405',
    entry: {
      source: '157.55.39.146',
      at: '2015-01-13T00:32:17Z',
      clock: 'known',
      target: '/robots.txt',
      status: 404,
      listens: '100.79.192.81',
    },
    from: 'tstack/lnav (BSD)',
  },
  {
    header: [
      '#Date: 2001-08-04 05:00:00',
      '#Fields: time c-ip cs-method cs-uri-stem cs-uri-query sc-status',
    ],
    line: '14:08:55 192.0.2.9 GET /default.ida XXXX%u9090 200',
    entry: { source: '192.0.2.9', at: '2001-08-04T14:08:55Z', target: '/default.ida?XXXX%u9090' },
  },
  {
    header: ['#Fields: time c-ip cs-method cs-uri-stem', '#GMT-Offset: -0800', '#Date: 2001-08-04'],
    line: '14:08:55 192.0.2.9 GET /scripts/root.exe',
    entry: { at: '2001-08-04T22:08:55Z', target: '/scripts/root.exe', queryLogged: false },
  },
  {
    header: ['#Fields: date-local time-local c-ip cs-method cs-uri-stem cs(User-Agent)'],
    line: '2001-08-04 14:08:55.250 192.0.2.9 GET /x "Mozilla/4.0 (compatible; ""MSIE"")"',
    entry: {
      at: '2001-08-04T14:08:55Z',
      clock: 'assumed',
      userAgent: 'Mozilla/4.0 (compatible; ""MSIE"")',
    },
  },
]

/**
 * The extended log file format of the W3C (WD-logfile-960323) with the columns that its header names, as IIS and others
 * write it; undefined when they name no client or no request.
 */
export function w3c(header: Header): LogFormat | undefined {
  const { fields = [], date, minutesEast } = header
  const names = fields.map(name => name.toLowerCase())
  const holds = names.map((name): Field => w3cFields.get(name) ?? 'extra')
  if (!holds.includes('source') || !(holds.includes('target') || holds.includes('method')))
    return undefined
  const keepsQueries = holds.includes('query') || names.includes('cs-uri')
  return {
    ...columnFormat(holds),
    header: holds.includes('date') ? withoutDate(header) : header,
    clock: names.includes('time-local') ? 'local' : 'utc',
    ...(!keepsQueries && { queryLogged: false }),
    readTime: (record, spans) => {
      const day = spans.date ? record.slice(...spans.date) : date
      const stamp =
        day && spans.time ? readDateAndTime(day, record.slice(...spans.time)) : undefined
      return stamp && minutesEast !== undefined ? { ...stamp, minutesEast } : stamp
    },
  }
}

/** The date of the header says nothing where each line has its own. */
function withoutDate({ fields, minutesEast }: Header): Header {
  return { ...(fields && { fields }), ...(minutesEast !== undefined && { minutesEast }) }
}

/** A format of these columns in UTC, with date and time apart. */
export function columnFormat(fields: readonly Field[], spare?: number): LogFormat {
  const cuts = [columns(fields, spare)]
  const written = writersOf(fields)
  return {
    name: 'w3c',
    aliases: ['iis', 'extended', 'iis-w3c'],
    clock: 'utc',
    escapes: 'plus',
    addressesOnly: true,
    cuts,
    locate: record => cutRecord(record, cuts),
    readTime: (record, { date, time }) =>
      date && time ? readDateAndTime(record.slice(...date), record.slice(...time)) : undefined,
    write: entry => fields.map(field => written[field]?.(entry) ?? '-').join(' '),
    samples: [],
  }
}

const columnWriters: Writers = {
  ...writers,
  date: ({ at }) => at.slice(0, 10),
  time: ({ at }) => at.slice(11, 19),
  target: ({ target = '' }) => writtenField(target.split('?', 1)[0]),
  query: ({ target = '' }) => writtenField(target.slice(target.split('?', 1)[0]?.length).slice(1)),
  userAgent: ({ userAgent = '' }) =>
    userAgent.includes(' ') ? `"${userAgent}"` : writtenField(userAgent),
}

/** A column of path and query together holds the whole target. */
function writersOf(fields: readonly Field[]): Writers {
  if (fields.includes('query')) return columnWriters
  return { ...columnWriters, target: ({ target }) => writtenField(target) }
}
