import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatNamed } from './format-named.ts'
import { formats } from './formats.ts'
import { nearShapes } from './near-shapes.ts'
import { readLine } from './read-line.ts'
import { template } from './template.ts'

const tail = '"GET / HTTP/1.0" 200 5'

for (const [what, line, format, reason, rest] of [
  [
    'a time without brackets',
    `192.0.2.7 - - 19/Jul/2001:16:08:55 +0200 ${tail}`,
    'clf',
    /the user and a time like \[19\/Jul/,
    '- - 19/Jul/2001:16:08:55 +0200 "GET',
  ],
  [
    'a request without quotes',
    '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] GET / HTTP/1.0 200 5',
    'clf',
    /the request in quotes must stand here/,
    'GET / HTTP/1.0 200 5',
  ],
  [
    'an octal address',
    `0300.0.2.7 - - [19/Jul/2001:16:08:55 +0200] ${tail}`,
    'clf',
    /names no client/,
    '0300.0.2.7 - -',
  ],
  [
    'a day that never was',
    `192.0.2.7 - - [31/Feb/2001:16:08:55 +0200] ${tail}`,
    'clf',
    /no clock ever shows/,
    '31/Feb/2001',
  ],
  [
    'a line of the extended format without its header',
    '2001-07-19 16:08:55 192.0.2.7 GET /x',
    'w3c',
    /without a #Fields line/,
    undefined,
  ],
  [
    'a line of columns that are too few',
    '2001-07-19 16:08:55 192.0.2.7 4711 198.51.100.7 80 HTTP/1.0 GET /x',
    'httperr',
    /14 columns must stand here/,
    '2001-07-19 16:08:55',
  ],
  [
    'an error log in ISO time',
    '[2001-07-19 16:08:55] [error] [client 192.0.2.7] File does not exist: /x',
    undefined,
    /./,
    undefined,
  ],
] as const) {
  test(`${what}: the near formats say why they do not fit`, () => {
    equal(readLine(line).kind, 'unread')
    const shapes = nearShapes(line)
    const found = shapes.find(shape => shape.format === format)
    equal(found?.format, format, JSON.stringify(shapes))
    if (!found) return
    ok(reason.test(found.reason), found.reason)
    equal(
      found.at === undefined ? undefined : line.startsWith(rest ?? '?', found.at),
      rest === undefined ? undefined : true,
      `${found.at}`,
    )
    if (found.like !== undefined) equal(readLine(found.like).kind, 'entry')
  })
}

test('prose is near to nothing', () => deepEqual(nearShapes('the quick brown fox'), []))

test('a forced format is told first, whatever the line looks like', () => {
  const format = template('%h|%t|%r')
  ok(!('wrong' in format))
  const [shape] = nearShapes('192.0.2.7;x', { format })
  deepEqual(shape, {
    format: 'template',
    reason: 'the client with "|" behind it must stand here',
    at: 0,
  })
  const json = formatNamed('json')
  ok(!('wrong' in json))
  deepEqual(nearShapes('hello', { format: json }), [
    { format: 'json-lines', reason: 'it does not begin as its lines do' },
  ])
})

test('below a header, its columns are told first', () => {
  const [shape] = nearShapes('16:08:55 192.0.2.7', {
    header: { fields: ['time', 'c-ip', 'cs-uri'] },
  })
  equal(shape?.reason, '3 columns must stand here')
})

test('every unread line has reasons that fit it, and none makes it throw', () => {
  const samples = formats.flatMap(format => format.samples.map(({ line }) => line))
  const torn = fc
    .tuple(fc.constantFrom(...samples), fc.nat(), fc.string())
    .map(
      ([line, at, put]) =>
        line.slice(0, at % line.length) + put + line.slice((at % line.length) + 1),
    )
  fc.assert(
    fc.property(fc.oneof(torn, fc.string({ unit: 'binary' })), line => {
      const shapes = nearShapes(line)
      if (readLine(line).kind === 'entry') return
      ok(shapes.length <= 3)
      for (const { at, reason } of shapes) {
        ok(reason !== '')
        ok(at === undefined || (at >= 0 && at <= line.length))
      }
    }),
  )
})
