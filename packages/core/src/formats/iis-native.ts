import type { LogEntry } from '../model/entry.ts'
import { toEnd, upTo } from './cut.ts'
import { readNumber } from './digits.ts'
import type { Stamp } from './stamp.ts'
import { readTimeOfDay } from './iso-time.ts'
import { lineFormat } from './line-format.ts'
import { writtenField } from './written.ts'

/**
 * The comma-separated format of the IIS of old ("Microsoft IIS log file format"), in the local time of the server. Its
 * dates are month/day/year, or day/month/year under other regional settings: read as the latter only when the first
 * number can be no month. The parameters come last and may hold commas of their own.
 */
export const iisNative = lineFormat({
  name: 'iis-native',
  aliases: ['iis-log', 'msiis'],
  clock: 'local',
  escapes: 'plus',
  addressesOnly: true,
  cuts: [
    upTo(', ', 'source'),
    upTo(', ', 'user'),
    upTo(', W3SVC', 'time'),
    upTo(', ', 'extra'),
    upTo(', ', 'serverName'),
    upTo(', ', 'listens'),
    upTo(', ', 'extra'),
    upTo(', ', 'extra'),
    upTo(', ', 'bytes'),
    upTo(', ', 'status'),
    upTo(', ', 'extra'),
    upTo(', ', 'method'),
    upTo(', ', 'target'),
    toEnd('query', ','),
  ],
  readStamp: readDateAndClock,
  write,
  samples: [
    {
      line: '192.168.114.201, -, 03/20/01, 7:55:20, W3SVC2, SERVER, 172.21.13.45, 4502, 163, 3223, 200, 0, GET, /DeptLogo.gif, -,',
      entry: {
        source: '192.168.114.201',
        at: '2001-03-20T07:55:20Z',
        clock: 'assumed',
        method: 'GET',
        target: '/DeptLogo.gif',
        status: 200,
        listens: '172.21.13.45',
      },
      from: "Microsoft's description of the IIS log file format (IIS 6.0 documentation); no real sample was at hand",
    },
    {
      line: '192.0.2.12, -, 7/19/2001, 16:55:47, W3SVC1, SRV, 198.51.100.7, 10, 389, 3405, 404, 2, GET, /default.ida, NNNN%u9090,',
      entry: {
        source: '192.0.2.12',
        at: '2001-07-19T16:55:47Z',
        target: '/default.ida?NNNN%u9090',
        status: 404,
      },
    },
    {
      line: '192.0.2.12, -, 19/07/2001, 16:55:47, W3SVC1, SRV, 198.51.100.7, 10, 389, 3405, 404, 2, GET, /a,b.htm, x,y,',
      entry: { at: '2001-07-19T16:55:47Z', target: '/a,b.htm?x,y' },
    },
  ],
})

/** Reads `7/19/2001, 16:55:47`. */
function readDateAndClock(text: string): Stamp | undefined {
  const comma = text.indexOf(', ')
  const [first, second, year, more] = text.slice(0, Math.min(comma, 12)).split('/').map(readNumber)
  const clock = comma === -1 ? undefined : readTimeOfDay(text.slice(comma + 2))
  if (!clock || first === undefined || second === undefined || year === undefined) return undefined
  if (more !== undefined) return undefined
  const [month, day] = first > 12 ? [second, first] : [first, second]
  const isGuess = first <= 12 && second <= 12 && first !== second
  const century = year >= 100 ? 0 : year < 70 ? 2000 : 1900
  return { year: year + century, month, day, ...clock, ...(isGuess && { monthGuessed: true }) }
}

function write({
  source,
  at,
  host,
  listens,
  bytes,
  status,
  method,
  target = '',
}: LogEntry): string {
  const date = `${Number(at.slice(5, 7))}/${Number(at.slice(8, 10))}/${at.slice(0, 4)}`
  const query = target.indexOf('?')
  const [stem, rest] =
    query === -1 ? [target, ''] : [target.slice(0, query), target.slice(query + 1)]
  const fields = [
    source,
    '-',
    date,
    at.slice(11, 19),
    'W3SVC1',
    writtenField(host),
    writtenField(listens),
    0,
    0,
  ]
  const answer = [writtenField(bytes), writtenField(status), 0]
  return [...fields, ...answer, writtenField(method), writtenField(stem), writtenField(rest)]
    .join(', ')
    .concat(',')
}
