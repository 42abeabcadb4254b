import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { LogEntry } from '../model/entry.ts'
import { parseNetwork } from '../model/network.ts'
import { formatNamed } from './format-named.ts'
import { type ReadContext, readLine } from './read-line.ts'
import { parseZone } from './zone.ts'

function entry(line: string, context: ReadContext = {}): LogEntry | string {
  const reading = readLine(line, context)
  if (reading.kind === 'entry') return reading.entry
  return reading.kind === 'unread' ? reading.reason : reading.kind
}

function read<Field extends keyof LogEntry>(line: string, field: Field, context?: ReadContext) {
  const found = entry(line, context)
  return typeof found === 'string' ? found : found[field]
}

const stamp = '[19/Jul/2001:16:08:55 +0200]'
const clf = (request: string) => `192.0.2.7 - - ${stamp} "${request}" 404 283`

const odd: readonly (readonly [
  what: string,
  line: string,
  expected: Partial<LogEntry> | string,
])[] = [
  [
    'a raw blank in the request',
    clf('GET /a b?c d HTTP/1.0'),
    { target: '/a b?c d', version: '1.0' },
  ],
  ['two blanks before the version', clf('GET /a?b  HTTP/1.0'), { target: '/a?b' }],
  ['no version', clf('GET /a'), { target: '/a', version: '' }],
  ['no method', clf('/shell?cd+/tmp'), { target: '/shell?cd+/tmp' }],
  ['a lower-case method', clf('get /a HTTP/1.0'), { method: 'get' }],
  ['an empty request', clf(''), { target: '' }],
  ['a dash for a request', clf('-'), { target: '' }],
  ['TLS instead of HTTP', clf('\\x16\\x03\\x01'), { target: '\\x16\\x03\\x01' }],
  [
    'quotes in the request of an old server',
    clf('GET /a"b"c HTTP/1.0'),
    { target: '/a"b"c', status: 404 },
  ],
  [
    'a quote before the line',
    `"${clf('GET /a HTTP/1.0')}`,
    { source: '192.0.2.7' as never, target: '/a' },
  ],
  ['an octal address', clf('GET / HTTP/1.0').replace('192.0.2.7', '0300.0.2.7'), 'no-source'],
  ['a date that never was', clf('GET / HTTP/1.0').replace('19/Jul', '31/Feb'), 'impossible-date'],
  ['prose', 'the quick brown fox', 'no-format'],
  ['a blank line', '  \t', 'skipped'],
  ['a comment', '# nothing', 'skipped'],
  ['a W3C line without its header', '2001-07-19 16:08:55 192.0.2.7 GET /x', 'no-header'],
]

for (const [what, line, expected] of odd) {
  test(what, () => {
    const found = entry(line)
    if (typeof expected === 'string') return equal(found, expected)
    ok(typeof found !== 'string', JSON.stringify(found))
    for (const [field, value] of Object.entries(expected))
      equal(found[field as keyof LogEntry], value, field)
  })
}

const glued: readonly (readonly [what: string, before: string, expected: string])[] = [
  [
    'behind a letter',
    '198.51.100.1 - - [19/Jul/2001:16:08:54 +0200] "GET / HTTP/1.0" 200 5 "-" "Mozilla',
    '192.0.2.7',
  ],
  [
    'behind a quote',
    '198.51.100.1 - - [19/Jul/2001:16:08:54 +0200] "GET / HTTP/1.0" 200 5 "-" "Mozilla"',
    '192.0.2.7',
  ],
  [
    'behind a digit, which may be of its address',
    '198.51.100.1 - - [19/Jul/2001:16:08:54 +0200] "GET / HTTP/1.0" 200 5',
    'spliced',
  ],
  [
    'behind a blank, where a part of it may be lost',
    '198.51.100.1 - - [19/Jul/2001:16:08:54 +0200] "GET / HTTP/1.0" 200 ',
    'spliced',
  ],
  [
    'behind a dot',
    '198.51.100.1 - - [19/Jul/2001:16:08:54 +0200] "GET / HTTP/1.0" 200 5 "-" "Chrome/81.',
    'spliced',
  ],
]
for (const [what, before, expected] of glued) {
  test(`a record glued ${what}: ${expected}`, () => {
    equal(read(before + clf('GET /default.ida?NN HTTP/1.0'), 'source'), expected)
  })
}

test('a referer that quotes a log line is no second record where the server disarms quotes', () => {
  const line = `192.0.2.7 - - ${stamp} "GET / HTTP/1.0" 200 5 "x198.51.100.9 - - ${stamp} \\"GET /default.ida?NN HTTP/1.0\\" 404 5" "-"`
  equal(read(line, 'source'), '192.0.2.7')
  equal(read(line, 'target'), '/')
})

const forged: readonly (readonly [what: string, line: string])[] = [
  [
    'the path of an Apache error log',
    '[Wed Dec 07 01:10:12 2005] [error] [client 192.0.2.7] File does not exist: /htdocs/[Wed Dec 07 01:10:12 2005] [error] [client 198.51.100.9] File does not exist: /scripts/root.exe',
  ],
  [
    'the path of an nginx error log',
    '2001/07/19 16:08:55 [error] 4#4: *9 open() "/html/, client: 198.51.100.9, server: , request: "GET /scripts/root.exe" failed (2: No such file or directory), client: 192.0.2.7, server: , request: "GET /, HTTP/1.0"',
  ],
  [
    'the request of an nginx error log',
    '2001/07/19 16:08:55 [error] 4#4: *9 limiting requests, client: 192.0.2.7, server: , request: "GET /, client: 198.51.100.9, server: HTTP/1.0"',
  ],
]
for (const [what, line] of forged) {
  test(`nobody is accused when ${what} names a client of its own`, () =>
    equal(entry(line), 'spliced'))
}

const local = '[Thu Jul 19 16:08:55 2001] [error] [client 192.0.2.7] File does not exist: /x'
test('local time without a zone is UTC, and said to be assumed', () => {
  equal(read(local, 'at'), '2001-07-19T16:08:55Z')
  equal(read(local, 'clock'), 'assumed')
})
test('local time with a zone is known', () => {
  const context = { zone: parseZone('Europe/Amsterdam')! }
  equal(read(local, 'at', context), '2001-07-19T14:08:55Z')
  equal(read(local, 'clock', context), 'known')
})
test('a zone changes nothing where the log names its own', () => {
  equal(read(clf('GET / HTTP/1.0'), 'at', { zone: parseZone('-0700')! }), '2001-07-19T14:08:55Z')
})
test('a date with two readings says so', () => {
  const line = (date: string) =>
    readLine(
      `192.0.2.12, -, ${date}, 16:55:47, W3SVC1, SRV, 198.51.100.7, 10, 389, 3405, 404, 2, GET, /x, -,`,
    )
  equal(JSON.stringify(line('7/8/2001')).includes('"monthGuessed":true'), true)
  equal(JSON.stringify(line('7/19/2001')).includes('monthGuessed'), false)
})

const trusted = [parseNetwork('10.0.0.0/8')!]
const hops: readonly (readonly [what: string, header: string, line: string, source: string])[] = [
  ['from the right', 'X-Forwarded-For', '10.0.0.1 "198.51.100.1, 192.0.2.7"', '192.0.2.7'],
  [
    'past trusted proxies',
    'X-Forwarded-For',
    '10.0.0.1 "198.51.100.1, 192.0.2.7, 10.0.0.2"',
    '192.0.2.7',
  ],
  ['never from a stranger', 'X-Forwarded-For', '203.0.113.9 "192.0.2.7"', '203.0.113.9'],
  ['never past a hop that is none', 'X-Forwarded-For', '10.0.0.1 "192.0.2.7, unknown"', '10.0.0.1'],
  ['with a port', 'X-Forwarded-For', '10.0.0.1 "192.0.2.7:4711"', '192.0.2.7'],
  [
    'as RFC 7239 writes it',
    'Forwarded',
    '10.0.0.1 "for=198.51.100.1, for=\\"[2001:db8::7]:4711\\";proto=https"',
    '2001:db8::7',
  ],
]
for (const [what, header, line, source] of hops) {
  test(`the client behind a proxy is taken ${what}`, () => {
    const [peer = '', forwarded = ''] = line.split(/ (.*)/)
    const whole = `${peer} - - ${stamp} "GET / HTTP/1.0" 200 5 "-" "a" ${forwarded}`
    const format = { clientFrom: { header, trusted } }
    equal(read(whole.replaceAll('\\"', ''), 'source', format), source)
  })
}

const strings: readonly (readonly [string: string, line: string, target: string])[] = [
  ['LogFormat "%h %l %u %t \\"%r\\" %>s %b" common', clf('GET /x HTTP/1.0'), '/x'],
  [
    '%a %{%Y-%m-%dT%H:%M:%S%z}t %m %U%q %H %>s %{c}a',
    '192.0.2.7 2001-07-19T16:08:55+0200 GET /x?y HTTP/1.0 404 -',
    'wrong',
  ],
  [
    '%a %{%Y-%m-%dT%H:%M:%S%z}t %m "%U" "%q" %H %>s',
    '192.0.2.7 2001-07-19T16:08:55+0200 GET "/x" "?y" HTTP/1.0 404',
    '/x?y',
  ],
  [
    "log_format main '$remote_addr - $remote_user [$time_local] \"$request\" ' '$status $body_bytes_sent';",
    clf('GET /x HTTP/1.0').replace(' - - ', ' - - '),
    '/x',
  ],
  [
    '{"ip":"$remote_addr","t":"$time_iso8601","u":"$request_uri"}',
    '{"ip":"192.0.2.7","t":"2001-07-19T16:08:55+02:00","u":"/x\\"y"}',
    '/x\\"y',
  ],
  ['$remote_addr|$msec|$request|$status', '192.0.2.7|995551735.123|GET /x HTTP/1.0|404', '/x'],
  ['%h %t %r %>s', `192.0.2.7 ${stamp} GET /x y HTTP/1.0 404`, '/x y'],
  ['%h %t %r', `192.0.2.7 ${stamp} GET /x`, '/x'],
  ['%h %t', clf('GET / HTTP/1.0'), 'wrong'],
  ['%r %t', clf('GET / HTTP/1.0'), 'wrong'],
  ['%h %r %Q{x', clf('GET / HTTP/1.0'), 'wrong'],
]
for (const [string, line, target] of strings) {
  test(`the format string ${string}`, () => {
    const format = formatNamed(string)
    if ('wrong' in format) return equal(target, 'wrong', format.wrong)
    equal(read(line, 'target', { format }), target)
    equal(read(line, 'source', { format }), '192.0.2.7')
    equal(read(line, 'at', { format }), '2001-07-19T14:08:55Z')
    const whole = entry(line, { format })
    ok(typeof whole !== 'string')
    deepEqual(entry(format.write(whole), { format }), whole)
  })
}

test('a name that is no format names those that are', () => {
  const format = formatNamed('apachee')
  ok('wrong' in format && format.wrong.includes('clf'))
})

test('a forced format reads no other', () => {
  const format = formatNamed('iis-native')
  ok(!('wrong' in format))
  deepEqual(readLine(clf('GET / HTTP/1.0'), { format }), { kind: 'unread', reason: 'no-format' })
})
