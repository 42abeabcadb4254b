import type { LogEntry } from '../model/entry.ts'
import type { Located, LogFormat } from './format.ts'
import { readDateAndTime } from './iso-time.ts'
import { find } from './scan.ts'
import { type Field, type Finding, note, type Span } from './spans.ts'
import { writtenRequest } from './written.ts'

/** nginx's error log, in local time: a message with the client, the request and the host behind it. */
export const errorLogNginx: LogFormat = {
  name: 'error-log-nginx',
  aliases: ['nginx-error'],
  clock: 'local',
  escapes: 'slashes',
  locate,
  readTime: (record, { date, time }) =>
    date && time ? readDateAndTime(record.slice(...date), record.slice(...time)) : undefined,
  write,
  samples: [
    {
      line: '2021/12/01 13:53:33 [error] 31#31: *46 "/usr/share/nginx/html/market/index.html" is not found (2: No such file or directory), client: 172.17.0.1, server: localhost, request: "GET /market/ HTTP/1.1", host: "localhost"',
      entry: {
        source: '172.17.0.1',
        at: '2021-12-01T13:53:33Z',
        clock: 'assumed',
        method: 'GET',
        target: '/market/',
        host: 'localhost',
        missing: '/usr/share/nginx/html/market/index.html',
      },
      from: 'crowdsecurity/hub (MIT)',
    },
    {
      line: '2022/07/28 16:37:00 [error] 2118161#2118161: *16670560058 limiting requests, excess: 5.459 by zone "nodos_med_tier1", client: 192.168.1.1, server: example.com, request: "POST https://example.com/12&3.html", host: "example.com", referrer: "https://example.com/12&3.html?referrer=/"',
      entry: {
        source: '192.168.1.1',
        method: 'POST',
        target: 'https://example.com/12&3.html',
        referer: 'https://example.com/12&3.html?referrer=/',
      },
      from: 'crowdsecurity/hub (MIT)',
    },
    {
      line: '2001/07/19 16:08:55 [error] 4#4: *9 open() "/usr/share/nginx/html/scripts/root.exe" failed (2: No such file or directory), client: 192.0.2.7, server: www.example.org, request: "GET /scripts/root.exe?/c+dir HTTP/1.0"',
      entry: {
        source: '192.0.2.7',
        missing: '/usr/share/nginx/html/scripts/root.exe',
        target: '/scripts/root.exe?/c+dir',
        version: '1.0',
      },
    },
    {
      line: '2001/07/19 16:08:55 [error] 4#4: *9 open() "/usr/share/nginx/html/default.ida" failed (2: No such file or directory), client: 192.0.2.7, server: , request: "GET /default.ida?NNNN',
      entry: { target: '/default.ida?NNNN', cut: true },
    },
    { line: '2021/12/01 13:53:33 [notice] 1#1: start worker process 31', event: true },
  ],
}

const clientMark = ', client: '

function locate(record: string): Located | undefined {
  if (!isStamp(record, 0)) return undefined
  const spans: Finding = { extra: [] }
  note(spans, 'date', 0, 10)
  note(spans, 'time', 11, 19)
  const level = find(record, ']', 20)
  if (level === -1) return undefined
  const client = find(record, clientMark, level)
  if (client === -1) {
    note(spans, 'extra', level + 1, record.length)
    return { spans, event: true }
  }
  const isWhole = locateTail(record, client, spans)
  const message = messageStart(record, level)
  const missing = missingFile(record, message, client)
  if (missing) note(spans, 'missing', ...missing)
  else if (message < client) note(spans, 'extra', message, client)
  if (isForged(record, client)) return { spans, refused: 'spliced' }
  return isWhole ? { spans } : { spans, cut: true }
}

/** A decoded path may name a client of its own, and two records may stand on one line: then nobody is accused. */
function isForged(record: string, client: number): boolean {
  if (find(record, clientMark, client + 1) !== -1) return true
  for (let open = find(record, ' [', 20); open !== -1; open = find(record, ' [', open + 1)) {
    if (isStamp(record, open - 19)) return true
  }
  return false
}

/** `2021/12/01 13:53:33 [` stands here. */
function isStamp(record: string, at: number): boolean {
  if (record.charAt(at + 4) !== '/' || record.charAt(at + 10) !== ' ') return false
  if (!record.startsWith(' [', at + 19)) return false
  return readDateAndTime(record.slice(at, at + 10), record.slice(at + 11, at + 19)) !== undefined
}

const tailFields: readonly (readonly [mark: string, field: Field])[] = [
  [clientMark, 'source'],
  [', server: ', 'serverName'],
  [', request: ', 'request'],
  [', upstream: ', 'extra'],
  [', host: ', 'host'],
  [', referrer: ', 'referer'],
]

/** Notes the fields behind the message; false when the line ends inside one. */
function locateTail(record: string, start: number, spans: Finding): boolean {
  let at = start
  for (const [mark, field] of tailFields) {
    if (!record.startsWith(mark, at)) continue
    const begin = at + mark.length
    const isQuoted = record.charAt(begin) === '"'
    const end = isQuoted ? endOfQuoted(record, begin + 1) : endOfPlain(record, begin)
    note(spans, field, isQuoted ? begin + 1 : begin, end)
    if (isQuoted && end === record.length) return false
    at = isQuoted ? end + 1 : end
  }
  return true
}

function endOfPlain(record: string, begin: number): number {
  const comma = find(record, ', ', begin)
  return comma === -1 ? record.length : comma
}

/** A quoted value ends where another follows, or the line. */
function endOfQuoted(record: string, begin: number): number {
  for (let quote = find(record, '"', begin); quote !== -1; quote = find(record, '"', quote + 1)) {
    if (quote === record.length - 1) return quote
    if (tailFields.some(([mark]) => record.startsWith(mark, quote + 1))) return quote
  }
  return record.length
}

/** Behind the process, thread and connection: `31#31: *46 `. */
function messageStart(record: string, level: number): number {
  const colon = find(record, ': ', level)
  if (colon === -1) return level + 1
  const connection = record.charAt(colon + 2) === '*' ? find(record, ' ', colon + 2) : colon + 1
  return connection === -1 ? colon + 2 : connection + 1
}

function missingFile(record: string, message: number, client: number): Span | undefined {
  const said = record.slice(message, client)
  const open = said.startsWith('open() "') ? 8 : said.startsWith('"') ? 1 : -1
  if (open === -1 || !said.includes('(2: No such file or directory)')) return undefined
  const end = Math.max(said.lastIndexOf('" failed'), said.lastIndexOf('" is not found'))
  return end > open ? [message + open, message + end] : undefined
}

function write(entry: LogEntry): string {
  const { at, source, missing, host, referer, target, cut } = entry
  const time = `${at.slice(0, 10).replaceAll('-', '/')} ${at.slice(11, 19)}`
  const said =
    missing === undefined
      ? 'limiting requests'
      : `open() "${missing}" failed (2: No such file or directory)`
  const start = `${time} [error] 1#1: *1 ${said}, client: ${source}, server: `
  const request = target === undefined ? '' : `, request: "${writtenRequest(entry)}`
  if (cut) return `${start}${request}`
  const quotedHost = host === undefined ? '' : `, host: "${host}"`
  const quotedReferer = referer === undefined ? '' : `, referrer: "${referer}"`
  return `${start}${request && `${request}"`}${quotedHost}${quotedReferer}`
}
