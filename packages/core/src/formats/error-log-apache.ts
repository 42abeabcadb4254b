import type { LogEntry } from '../model/entry.ts'
import { readAsctime } from './asctime.ts'
import type { Located, LogFormat } from './format.ts'
import { locateMessage } from './error-message-apache.ts'
import { find, findLast } from './scan.ts'
import { type Finding, note, type Span } from './spans.ts'
import { writtenAsctime, writtenRequest } from './written.ts'

/**
 * Apache's error log, 1.3 to 2.4, in local time. It shows a request only in part: the file that is missing, the address
 * that was no address; what it says of no client is an event.
 */
export const errorLogApache: LogFormat = {
  name: 'error-log-apache',
  aliases: ['apache-error', 'error_log'],
  clock: 'local',
  escapes: 'slashes',
  locate,
  readTime: (record, { time }) => (time ? readAsctime(record.slice(...time)) : undefined),
  write,
  samples: [
    {
      line: '[Wed Dec 07 01:10:12 2005] [error] [client 192.0.2.130] File does not exist: /var/www/html/c',
      entry: {
        source: '192.0.2.130',
        at: '2005-12-07T01:10:12Z',
        clock: 'assumed',
        missing: '/var/www/html/c',
        target: undefined,
      },
    },
    {
      line: '[Fri Oct 08 17:08:41.203277 2021] [core:error] [pid 7005:tid 140667133085440] [client 88.168.206.87:14532] AH00126: Invalid URI in request GET /cgi-bin/.%2E/%2E%2E/etc/passwd HTTP/1.1 ',
      entry: {
        source: '88.168.206.87',
        port: 14532,
        at: '2021-10-08T17:08:41Z',
        method: 'GET',
        target: '/cgi-bin/.%2E/%2E%2E/etc/passwd',
        version: '1.1',
      },
      from: 'crowdsecurity/hub (MIT)',
    },
    {
      line: '[Thu Oct 13 12:24:49.880562 2022] [auth_basic:error] [pid 10:tid 140120579262208] [client 31.33.58.75:50229] AH01618: user sss not found: /',
      entry: { source: '31.33.58.75', port: 50229, missing: undefined },
      from: 'crowdsecurity/hub (MIT)',
    },
    {
      line: "[Thu Sep 30 13:27:06.009964 2021] [:error] [pid 2560:tid 140496349419264] [client 2001:db8::1:3775] script '/var/www/html/x.php' not found or unable to stat",
      entry: { source: '2001:db8::1', port: 3775, missing: '/var/www/html/x.php' },
      note: 'Apache 2.4 puts the port behind an IPv6 address without brackets',
    },
    {
      line: '[Thu Jul 19 16:08:55 2001] [error] [client 192.0.2.7] Client sent malformed Host header',
      entry: { source: '192.0.2.7', missing: undefined, target: undefined },
    },
    {
      line: '[Wed Dec 07 01:10:12 2005] [error] [client 192.0.2.7] script not found or unable to stat: /var/www/cgi-bin/awstats.pl, referer: http://www.example.org/',
      entry: { missing: '/var/www/cgi-bin/awstats.pl', referer: 'http://www.example.org/' },
    },
    {
      line: "[Wed Dec 07 01:10:12.5 2022] [core:error] [pid 9] (36)File name too long: [client 192.0.2.7:81] AH00036: access to /default.ida failed (filesystem path '/var/www/html/default.ida')",
      entry: { source: '192.0.2.7', port: 81, missing: '/var/www/html/default.ida' },
    },
    {
      line: '[Fri Dec 02 23:36:16 2005] [notice] jk2_init() Found child 21892 in scoreboard slot 9',
      event: true,
    },
  ],
}

function locate(record: string): Located | undefined {
  const time = bracket(record, 0)
  if (!time || !readAsctime(record.slice(...time))) return undefined
  const spans: Finding = { extra: [] }
  note(spans, 'time', ...time)
  let hasPort = false
  let at = behindSystemError(record, time[1] + 1)
  for (let next = bracket(record, at); next; next = bracket(record, at)) {
    const word = record.slice(next[0], Math.min(next[1], next[0] + 8))
    if (word.startsWith('pid ')) hasPort = true
    if (word.startsWith('client ') || word.startsWith('remote ')) {
      noteClient(record, [next[0] + 7, next[1]], hasPort, spans)
      locateMessage(record, next[1] + 1, spans)
      return isSpliced(record, next[1]) ? { spans, refused: 'spliced' } : { spans }
    }
    at = behindSystemError(record, next[1] + 1)
  }
  if (at < record.length) note(spans, 'extra', at, record.length)
  return { spans, event: true }
}

/** A path may hold another record, decoded from a request that wanted to be taken for it; then nobody is accused. */
function isSpliced(record: string, from: number): boolean {
  for (let open = find(record, '[', from); open !== -1; open = find(record, '[', open + 1)) {
    const inside = bracket(record, open)
    if (inside && readAsctime(record.slice(...inside))) return true
  }
  return false
}

/** Behind the blank, and behind the system's own words `(36)File name too long: ` where they stand before the client. */
function behindSystemError(record: string, at: number): number {
  const start = record.charAt(at) === ' ' ? at + 1 : at
  if (record.charAt(start) !== '(') return start
  const client = find(record, ': [client ', start)
  return client === -1 ? start : client + 2
}

/** Since 2.4 the port stands behind every address, and an IPv6 address has no brackets to tell it by. */
function noteClient(record: string, [start, end]: Span, hasPort: boolean, spans: Finding): void {
  const colon = hasPort ? findLast(record, ':', end - 1) : -1
  if (colon <= start || record.charAt(start) === '[') {
    note(spans, 'source', start, end)
    return
  }
  note(spans, 'source', start, colon)
  note(spans, 'port', colon + 1, end)
}

/** The inside of the brackets that open here, which are short. */
function bracket(record: string, at: number): Span | undefined {
  if (record.charAt(at) !== '[') return undefined
  const end = find(record.slice(at, at + 80), ']', 0)
  return end === -1 ? undefined : [at + 1, at + end]
}

function write(entry: LogEntry): string {
  const { at, source, port, missing, target, referer } = entry
  const level = port === undefined ? '[error]' : '[core:error] [pid 1]'
  const said =
    missing !== undefined
      ? `File does not exist: ${missing}`
      : target !== undefined
        ? `Invalid URI in request ${writtenRequest(entry)}`
        : 'Client sent malformed Host header'
  const tail = referer === undefined ? '' : `, referer: ${referer}`
  return `[${writtenAsctime(at)}] ${level} [client ${port === undefined ? source : `${source}:${port}`}] ${said}${tail}`
}
