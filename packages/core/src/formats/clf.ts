import type { LogEntry } from '../model/entry.ts'
import { readClfTime } from './clf-time.ts'
import { blanks, type Cut, literal, request, upTo, whoAndWhen } from './cut.ts'
import { lineFormat } from './line-format.ts'
import { writtenClfTime, writtenClient, writtenField, writtenRequest } from './written.ts'

const codered = `/default.ida?${'N'.repeat(224)}%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u9090%u8190%u00c3%u0003%u8b00%u531b%u53ff%u0078%u0000%u00=a`

/** What stands behind the client of a common or combined line. */
export const clfTail: readonly Cut[] = [
  whoAndWhen,
  blanks,
  request,
  blanks,
  {
    kind: 'tail',
    bare: ['status', 'bytes'],
    quoted: ['referer', 'userAgent', 'forwarded'],
  },
]

/** Writes what {@link clfTail} reads. */
export function writeClfTail(entry: LogEntry): string {
  const { at, status, bytes, referer, userAgent, cut } = entry
  const start = `- - [${writtenClfTime(at)}] "${writtenRequest(entry)}`
  if (cut && status === undefined) return start
  const counts = `${start}" ${writtenField(status)} ${writtenField(bytes)}`
  if (referer === undefined && userAgent === undefined) return counts
  return `${counts} "${writtenField(referer)}" "${writtenField(userAgent)}`.concat(cut ? '' : '"')
}

/** The common log format with all its tails, as Apache httpd, nginx, IIS ("NCSA") and many others write it. */
export const clf = lineFormat({
  name: 'clf',
  aliases: ['common', 'combined', 'apache', 'nginx', 'ncsa', 'lighttpd', 'traefik-clf'],
  clock: 'offset',
  escapes: 'slashes',
  cuts: [literal('"', { optional: true }), upTo(' ', 'source'), ...clfTail],
  readStamp: readClfTime,
  write: entry => `${writtenClient(entry)} ${writeClfTail(entry)}`,
  samples: [
    {
      line: `211.218.252.9 - - [02/Aug/2001:06:01:38 -0400] "GET ${codered}  HTTP/1.0" 400 326 "-" "-"`,
      entry: {
        source: '211.218.252.9',
        at: '2001-08-02T10:01:38Z',
        method: 'GET',
        target: codered,
        version: '1.0',
        status: 400,
        bytes: 326,
        userAgent: '',
      },
      from: 'IanDarwin/javasrcee (BSD)',
    },
    {
      line: '1.56.136.157 - - [08/Sep/2009:07:54:07 -0400] "GET /form_configurations/show.flashxml HTTP/1.1" 304 -',
      entry: {
        source: '1.56.136.157',
        at: '2009-09-08T11:54:07Z',
        status: 304,
        bytes: undefined,
        userAgent: undefined,
      },
      from: 'wvanbergen/request-log-analyzer (MIT)',
    },
    {
      line: '172.17.0.1 - - [08/Dec/2021:13:59:39 +0000] "GET /cgi.cgi/ HTTP/1.1" 200 352 "-" "Nikto" 240 "test@docker" "http://172.17.0.3:80" 0ms',
      entry: { source: '172.17.0.1', target: '/cgi.cgi/', userAgent: 'Nikto' },
      from: 'crowdsecurity/hub (MIT)',
    },
    {
      line: '1.2.3.4 - - [17/Oct/2023:05:57:49 +1100] "\\x16\\x03\\x01\\x01 \\x02" 400 226 "-" "-"',
      entry: {
        source: '1.2.3.4',
        method: undefined,
        target: '\\x16\\x03\\x01\\x01 \\x02',
        status: 400,
      },
      from: 'crowdsecurity/hub (MIT)',
    },
    {
      line: '1.2.3.4 - - [25/Apr/2021:06:15:33 +0000] "GET /aaaa.xxxx/SomeText?action=edit&template=<script>alert("text")</script> HTTP/1.0" 404 1164',
      entry: {
        target: '/aaaa.xxxx/SomeText?action=edit&template=<script>alert("text")</script>',
        status: 404,
      },
      from: 'log2timeline/plaso (Apache-2.0)',
    },
    {
      line: '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /default.ida?NNNN',
      entry: { source: '192.0.2.7', target: '/default.ida?NNNN', cut: true },
    },
    {
      line: '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET / HTTP/1.0" 200 5 "-" "Mozi',
      entry: { userAgent: 'Mozi', cut: true },
    },
    {
      line: '192.168.114.201 - - [23/Jul/1999:19:01:33 -0800] "GET /scripts/iisadmin/ism.dll?http/serv HTTP/1.0" 200 3401',
      entry: {
        source: '192.168.114.201',
        target: '/scripts/iisadmin/ism.dll?http/serv',
        version: '1.0',
      },
      from: "after Microsoft's description of the NCSA log file format (IIS documentation); no real sample was at hand",
    },
    {
      line: '2001:db8::7 - "" [19/Jul/2001:16:08:55 +0200] "" 408 -',
      entry: { source: '2001:db8::7', target: '', status: 408 },
    },
    {
      line: '192.0.2.7 [20/Jul/2009:22:59:29 +0000] "GET /x HTTP/1.0" 404 46210 "-" "gPXE/0.9.7"',
      entry: { source: '192.0.2.7', target: '/x' },
      note: 'without identity and user, after a real line of tstack/lnav (BSD)',
    },
    {
      line: '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "get /x?a b" 404 5',
      entry: { method: 'get', target: '/x?a b', version: '' },
    },
  ],
})
