import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatNamed } from '../formats/format-named.ts'
import { formats } from '../formats/formats.ts'
import type { LogFormat } from '../formats/format.ts'
import { readEvidence } from '../formats/read-evidence.ts'
import { type EntryReading, type ReadContext, readLine } from '../formats/read-line.ts'
import { w3cSamples } from '../formats/w3c.ts'
import { identify } from '../model/identity.ts'
import type { MarkField } from '../model/mark.ts'
import { parseNetwork } from '../model/network.ts'
import { signatures } from '../signatures/index.ts'
import { match, rules } from './match.ts'
import { redact } from './redact.ts'

const template = formatNamed(
  '%h %l %u %t "%r" %>s %b "%{Referer}i" "%{Cookie}i" %D "%{User-Agent}i"',
) as LogFormat

const cases: readonly (readonly [
  what: string,
  field: MarkField,
  line: string,
  redacted: string,
  context?: ReadContext,
])[] = [
  [
    'user and referer of a common line',
    'target',
    '192.0.2.7 - frank smith [19/Jul/2001:16:08:55 +0200] "GET /default.ida?NN HTTP/1.0" 404 5 "http://intra.example.org/?me" "Mozilla/4.0"',
    '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /default.ida?NN HTTP/1.0" 404 5 "-" "Mozilla/4.0"',
  ],
  [
    'the query of a request that did not make the mark',
    'userAgent',
    '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /search?q=my+name HTTP/1.0" 404 5 "-" "() { :;}; wget"',
    '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /search?- HTTP/1.0" 404 5 "-" "() { :;}; wget"',
  ],
  [
    'a referer that made the mark stays',
    'referer',
    '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET / HTTP/1.0" 404 5 "${jndi:ldap://x}" "a"',
    '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET / HTTP/1.0" 404 5 "${jndi:ldap://x}" "a"',
  ],
  [
    'the own virtual host and fields that nobody knows',
    'target',
    'www.example.org 192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /x HTTP/1.0" 404 5 "-" "a" "10.0.0.1" secret 12',
    '- 192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /x HTTP/1.0" 404 5 "-" "a" "-" - -',
  ],
  [
    'the record glued before this one',
    'target',
    '192.0.2.1 - frank [19/Jul/2001:16:08:54 +0200] "GET / HTTP/1.0" 200 5 "-" "Mozi192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /x HTTP/1.0" 404 5',
    '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /x HTTP/1.0" 404 5',
  ],
  [
    'JSON keeps its shape',
    'target',
    '{"ts":995551735,"request":{"remote_ip":"192.0.2.7","uri":"/x?a","host":"www.example.org","headers":{"Cookie":["s=1"]}},"user_id":7,"id":12}',
    '{"ts":995551735,"request":{"remote_ip":"192.0.2.7","uri":"/x?a","host":"-","headers":{"Cookie":["-"]}},"user_id":null,"id":null}',
  ],
  [
    'the client that a trusted proxy names stands in its place',
    'target',
    '10.0.0.1 - - [19/Jul/2001:16:08:55 +0200] "GET /x HTTP/1.0" 404 5 "-" "a" "198.51.100.1, 192.0.2.7"',
    '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /x HTTP/1.0" 404 5 "-" "a" "-"',
    { clientFrom: { header: 'X-Forwarded-For', trusted: [parseNetwork('10.0.0.0/8')!] } },
  ],
  [
    'a W3C line stands below the names of its columns',
    'target',
    '2001-07-19 16:08:55 192.0.2.7 frank 10.0.0.5 GET /x a=b 200 Mozilla/4.0+(x) s=1',
    '#Fields: date time c-ip cs-username s-ip cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent) cs(Cookie)\n2001-07-19 16:08:55 192.0.2.7 - - GET /x a=b 200 Mozilla/4.0+(x) -',
    {
      header: {
        date: '2001-07-18',
        fields:
          'date time c-ip cs-username s-ip cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent) cs(Cookie)'.split(
            ' ',
          ),
      },
    },
  ],
  [
    "a line of a server's own format stands below its format string",
    'target',
    '192.0.2.7 - frank [19/Jul/2001:16:08:55 +0200] "GET /x HTTP/1.0" 404 5 "http://a" "s=1" 12 "Mozilla"',
    '#LogFormat: %h %l %u %t "%r" %>s %b "%{Referer}i" "%{Cookie}i" %D "%{User-Agent}i"\n192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /x HTTP/1.0" 404 5 "-" "-" - "Mozilla"',
    { format: template },
  ],
  [
    "an error log's path stays where it made the mark",
    'missing',
    '[Wed Dec 07 01:10:12 2005] [error] [client 192.0.2.7] File does not exist: /var/www/scripts, referer: http://a',
    '[Wed Dec 07 01:10:12 2005] [error] [client 192.0.2.7] File does not exist: /var/www/scripts, referer: -',
  ],
]

function entry(line: string, context?: ReadContext): EntryReading {
  const reading = readLine(line, context)
  ok(reading.kind === 'entry', `${line}: ${JSON.stringify(reading)}`)
  return reading
}

for (const [what, field, line, redacted, context] of cases) {
  test(what, () => {
    const whole = entry(line, context)
    equal(redact(whole, field), redacted)
    const again = readEvidence(redacted)
    ok(again, 'evidence must be readable by itself')
    equal(redact(again, field), redacted, 'redacting again changes nothing')
    equal(identify(again.entry, field), identify(whole.entry, field), 'the identity stays')
  })
}

const lines = [
  ...formats.flatMap(({ samples }) =>
    samples.filter(({ event }) => !event).map(({ line }) => ({ line, context: {} })),
  ),
  ...w3cSamples.map(({ line, header = [] }) => {
    let context: ReadContext = {}
    for (const above of header) {
      const reading = readLine(above, context)
      if (reading.kind === 'header') context = { header: reading.header }
    }
    return { line, context }
  }),
  ...signatures.flatMap(({ marks }) =>
    Object.values(marks).flatMap(({ samples }) =>
      samples.positive.map(line => ({ line, context: {} })),
    ),
  ),
]
const ready = rules(signatures)

test('every redacted sample is read again with the same marks and identity', () => {
  ok(lines.length > 50)
  for (const { line, context } of lines) {
    const whole = entry(line, context)
    for (const field of ['target', 'missing', 'userAgent', 'referer'] as const) {
      const text = redact(whole, field)
      const again = readEvidence(text)
      ok(again, text)
      equal(redact(again, field), text)
      equal(identify(again.entry, field), identify(whole.entry, field), text)
    }
    for (const mark of match(whole.entry, ready)) {
      const again = readEvidence(redact(whole, mark.field))
      deepEqual(
        match(again!.entry, ready).find(({ id }) => id === mark.id),
        mark,
        line,
      )
    }
  }
})

test('whatever stands in the private fields, none of it is left', () => {
  const secret = fc
    .string({ unit: fc.constantFrom(...'abcXYZ019.-_@ '), minLength: 1, maxLength: 20 })
    .map(text => `SECRET${text}`)
  fc.assert(
    fc.property(secret, secret, secret, (user, referer, query) => {
      const line = `www.SECRET.example.org 192.0.2.7 - ${user} [19/Jul/2001:16:08:55 +0200] "GET /x?${query} HTTP/1.0" 404 5 "${referer}" "agent" ${user.replaceAll(' ', '')}`
      const reading = readLine(line)
      if (reading.kind !== 'entry') return
      equal(redact(reading, 'userAgent').includes('SECRET'), false)
    }),
  )
})
