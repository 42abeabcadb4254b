import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { findings, folderOf, redalert } from './program.ts'
import { line, visitor } from './sample-lines.ts'

const doctor = (files: Readonly<Record<string, string>>, ...words: readonly string[]) =>
  redalert(folderOf(files), ['doctor', ...words])

const witness = (client: string) =>
  line(`[${client}]:4711`, 'GET / HTTP/1.1', { tail: '"-" "Mozilla/5.0"' })
const own = (host: number) => `2001-07-19 16:08:55 | 192.0.2.${host} | GET /x HTTP/1.0 | 404\n`

test('a log that lacks nothing is a good witness, and the code is 0', () => {
  const { code, out, told } = doctor(
    { 'a.log': witness('192.0.2.7') + witness('2001:db8::7') },
    'a.log',
  )
  deepEqual([code, told], [0, ''])
  match(out, /^a\.log: clf; 2 lines, all read\n\nNothing is missing: these are good witnesses\.\n$/)
})

test('what is missing is told with its reason and the lines for the server that wrote the log', () => {
  const bare = '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET / HTTP/1.0" 304 -\n'
  const { code, out } = doctor({ 'a.log': bare }, 'a.log')
  equal(code, 1)
  match(
    out,
    /^a\.log: clf, by Apache httpd \(it writes a dash for an empty answer, as Apache\s+does\)/,
  )
  match(out, /^1\. The client's port is not logged \(a\.log\)$/m)
  match(out, /RFC 6302/)
  match(out, /^2\. The user agent is not logged/m)
  match(out, /^3\. The referer is not logged/m)
  match(out, /^For Apache httpd \(1, 2, 3\): write this beside the CustomLog line/m)
  match(out, /^ {4}LogFormat "\[%a\]:%\{remote\}p .*" witness$/m)
  match(out, /^ {4}CustomLog ".*\/witness\.log" witness$/m)
  doesNotMatch(out, /nginx/)
})

test('a log that may be of two servers is told the lines of both', () => {
  const { out } = doctor({ 'a.log': visitor }, 'a.log')
  match(out, /^If it is Apache httpd \(1\): /m)
  match(out, /^If it is nginx \(1\): /m)
})

test('a log is of the server whose error log lies beside it', () => {
  const error =
    '2021/12/01 13:53:33 [error] 31#31: *46 "/usr/share/nginx/html/index.html" is not found (2: No such file or directory), client: 192.0.2.7, server: localhost, request: "GET / HTTP/1.1"\n'
  const { out } = doctor({ 'access.log': visitor, 'error.log': error }, '.')
  match(out, /^For nginx \(1\): /m)
  match(out, /^For nginx \(2\): write this in the unit of the service/m)
  doesNotMatch(out, /Apache/)
})

for (const [what, text, advice] of [
  [
    'local times, month first',
    '192.0.2.12, -, 7/8/2001, 16:55:47, W3SVC1, SRV, 198.51.100.7, 10, 389, 3405, 404, 2, GET, /, -,\n',
    ['port', 'zone', 'agent', 'referer', 'month-first'],
  ],
  [
    'a query that is not kept',
    '#Software: Microsoft Internet Information Services 6.0\n#Fields: date time c-ip c-port cs-method cs-uri-stem cs(User-Agent) cs(Referer)\n2001-07-19 14:08:55 192.0.2.7 4711 GET /x - -\n',
    ['query'],
  ],
  ['clients behind a proxy', line('10.0.0.1', 'GET / HTTP/1.1').repeat(20), ['port', 'proxy']],
  [
    'clients in a header',
    line('203.0.113.1', 'GET / HTTP/1.1', { tail: '"-" "-" "192.0.2.7"' }).repeat(20),
    ['port', 'proxy'],
  ],
  [
    'names in place of addresses',
    line('dialup-7.example.net', 'GET / HTTP/1.1'),
    ['port', 'names'],
  ],
  [
    'only an error log',
    '[Wed Dec 07 01:10:12 2005] [error] [client 192.0.2.130] File does not exist: /var/www/html/c\n',
    ['zone', 'access-log'],
  ],
  [
    'an error log of Apache 2.4 that tells of no missing file',
    '[Thu Oct 13 12:24:49.880562 2022] [auth_basic:error] [pid 10:tid 1] [client 192.0.2.75:50229] AH01618: user sss not found: /\n'.repeat(
      20,
    ),
    ['zone', 'access-log', 'missing-files'],
  ],
  [
    'JSON with other names',
    '{"when":"2001-07-19T16:08:55Z","who":"192.0.2.7","what":"GET / HTTP/1.0"}\n'.repeat(3),
    ['no-request'],
  ],
] as const) {
  test(`what a log lacks is seen: ${what}`, () => {
    const ran = doctor({ 'a.log': text }, '--json', 'a.log')
    equal(ran.code, 1)
    deepEqual(
      findings(ran, 'advice').map(({ code }) => code),
      advice,
    )
    deepEqual(new Set(findings(ran, 'log')[0].advice), new Set(advice))
  })
}

test('a header that is already read for the client hides no proxy', () => {
  const text = line('203.0.113.1', 'GET / HTTP/1.1', { tail: '"-" "-" "192.0.2.7"' }).repeat(20)
  const flags = ['--client-from', 'X-Forwarded-For', '--trusted-proxy', '203.0.113.1']
  const ran = doctor({ 'a.log': text }, '--json', 'a.log', ...flags)
  deepEqual(
    findings(ran, 'advice').map(({ code }) => code),
    ['port'],
  )
})

test('for lines that no format reads a format string is suggested, and scan reads them with it', () => {
  const folder = folderOf({ 'own.log': `${[1, 2, 3].map(own).join('')}hello\n` })
  const { code, out } = redalert(folder, ['doctor', 'own.log'])
  equal(code, 1)
  match(out, /^own\.log: 4 lines that no format reads\n {3}2001-07-19 16:08:55 \| 192\.0\.2\.1 \|/m)
  match(
    out.replaceAll(/\s+/g, ' '),
    /3 of 4 are read with this format string; the first then says: 192\.0\.2\.1, 2001-07-19 16:08:55 UTC if its local time is UTC \(--zone\), GET \/x/,
  )
  match(out, /^ {4}redalert scan --format '%\{%F %T\}t \| %a \| %r \| %>s' own\.log$/m)
  const [suggestion] = findings(redalert(folder, ['doctor', '--json', 'own.log']), 'suggestion')
  deepEqual([suggestion.reads, suggestion.of, suggestion.example.status], [3, 4, 404])
  const scanned = redalert(folder, ['--json', '--format', suggestion.format, 'own.log'])
  equal(findings(scanned, 'summary')[0].unread, 1)
  const again = redalert(folder, [
    'doctor',
    '--json',
    '--format',
    suggestion.format,
    '--zone',
    'UTC',
    'own.log',
  ])
  deepEqual(findings(again, 'log')[0].formats, { template: 3 })
  deepEqual(
    findings(again, 'advice').map(({ code: each }) => each),
    ['port', 'agent', 'referer'],
  )
})

test('lines of which nothing can be told get no suggestion', () => {
  const { code, out } = doctor({ 'a.log': 'the quick brown fox\n' }, 'a.log')
  equal(code, 1)
  match(out, /No format string can be told from them/)
})

test('a configuration is read when it is named, and what it includes is not followed', () => {
  const config = `http {
  include mime.types;
  log_format main '$remote_addr:$remote_port [$time_local] "$request"';
  access_log /var/log/nginx/a.log main;
}
`
  const { code, out } = doctor({ 'nginx.conf': config }, '--config', 'nginx.conf')
  equal(code, 1)
  match(
    out.replaceAll('\n', ' '),
    /^nginx\.conf: a configuration of nginx; it writes \/var\/log\/nginx\/a\.log; it includes mime\.types, which is not looked at/,
  )
  match(out, /port stands behind its address without brackets \(nginx\.conf:4\)/)
  match(out, /^ {4}access_log \/var\/log\/nginx\/witness\.log witness;$/m)
  const bad = doctor(
    { 'x.conf': 'hello', 'a.log': witness('192.0.2.7') },
    'a.log',
    '--config',
    'x.conf',
  )
  equal(bad.code, 2)
  match(bad.told, /^redalert: x\.conf says nothing about logs as Apache, nginx or IIS/)
  match(bad.out, /^a\.log: clf; 1 line, all read/)
})

test('of a long log the first lines are looked at', () => {
  const ran = doctor({ 'a.log': visitor.repeat(10_001) }, '--json', 'a.log')
  const [log] = findings(ran, 'log')
  deepEqual([log.lines, log.more], [10_000, true])
})

test('what cannot be read is a fault, the other logs go on, and the code is 2', () => {
  const { code, out, told } = doctor({ 'a.log': witness('192.0.2.7') }, 'a.log', 'b.log')
  equal(code, 2)
  match(told, /^redalert: no such file: b\.log; did you mean a\.log\?/)
  match(out, /^a\.log: clf/)
})

test('the standard input is looked at too, and nothing in it is obeyed', () => {
  const { code, out } = redalert(folderOf({}), ['doctor', '-'], {
    input: '\x1b[2J\u202e hostile | 192.0.2.7 | 2001-07-19 16:08:55 | GET /\x1b]0;x HTTP/1.0\n',
  })
  equal(code, 1)
  ok(out.startsWith('standard input: of no known format'))
  doesNotMatch(out, /[^\n\x20-\x7e…]/)
})
