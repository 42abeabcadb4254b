import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { readLine } from '@redalert/core'
import fc from 'fast-check'
import { suggestionsFor } from './suggestions-for.ts'

const codeRed = '/default.ida?NNNNNNNN%u9090=a'

/** Lines as programs of people write them: what is suggested, and what the first line says then. */
const lines: readonly (readonly [what: string, line: string, format: string, says: string])[] = [
  [
    'columns between bars',
    `19.07.2001 | 2001-07-19 16:08:55 | 192.0.2.7 | GET ${codeRed} HTTP/1.0 | 404`,
    '%{word1}n | %{%F %T}t | %a | %r | %>s',
    `192.0.2.7 2001-07-19T16:08:55Z assumed GET ${codeRed} 404`,
  ],
  [
    'tabs',
    `2001-07-19T16:08:55+02:00\t192.0.2.7\tGET\t${codeRed}\t404\t283`,
    '%{%FT%T%z}t\\t%a\\t%m\\t%U\\t%>s\\t%b',
    `192.0.2.7 2001-07-19T14:08:55Z known GET ${codeRed} 404`,
  ],
  [
    'a date and a time with a blank between',
    `2001-07-19 16:08:55 192.0.2.7:4711 GET ${codeRed} HTTP/1.0 404 283 "-" "Mozilla/4.0"`,
    '%{%F %T}t %a %r %>s %b "%{Referer}i" "%{User-Agent}i"',
    `192.0.2.7 2001-07-19T16:08:55Z assumed GET ${codeRed} 404`,
  ],
  [
    'the common format with the request and no quotes',
    `192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] GET ${codeRed} HTTP/1.0 404 283`,
    '%a %{word1}n %{word2}n %t %r %>s %b',
    `192.0.2.7 2001-07-19T14:08:55Z known GET ${codeRed} 404`,
  ],
  [
    'fields with their names',
    `time=2001-07-19T16:08:55Z client_ip=192.0.2.7 method=GET uri="${codeRed}" status=404 ua="Mozilla/4.0 (x)"`,
    'time=%{%FT%T%z}t client_ip=%a method=%m uri="%U" status=%>s ua="%{User-Agent}i"',
    `192.0.2.7 2001-07-19T16:08:55Z known GET ${codeRed} 404`,
  ],
  [
    'seconds since 1970, behind a host and in brackets',
    `www1 [995551735.123] [192.0.2.7] "GET ${codeRed} HTTP/1.0" 404 283`,
    '%{word1}n [%{sec}t] [%a] "%r" %>s %b',
    `192.0.2.7 2001-07-19T14:08:55Z known GET ${codeRed} 404`,
  ],
  [
    "C's time in brackets",
    `www1 [Thu Jul 19 16:08:55 2001] 2001:db8::7 "GET ${codeRed} HTTP/1.0" 404`,
    '%{word1}n [%{%c}t] %a "%r" %>s',
    `2001:db8::7 2001-07-19T16:08:55Z assumed GET ${codeRed} 404`,
  ],
  [
    'semicolons, and a per cent sign that means itself',
    `100%;2001-07-19 16:08:55;192.0.2.7;"GET ${codeRed} HTTP/1.0";404`,
    '%{word1}n;%{%F %T}t;%a;"%r";%>s',
    `192.0.2.7 2001-07-19T16:08:55Z assumed GET ${codeRed} 404`,
  ],
]

for (const [what, line, format, says] of lines) {
  test(`${what}: a format string is suggested, and reads the line`, () => {
    equal(readLine(line).kind, 'unread')
    const [best, ...more] = suggestionsFor([line], {})
    ok(best, 'nothing was suggested')
    equal(best.format, format)
    deepEqual([best.reads, best.of, more.length], [1, 1, 0])
    const { source, at, clock, method, target, status } = best.example
    equal([source, at, clock, method, target, status].join(' '), says)
  })
}

test('of two addresses the one that changes is the client', () => {
  const some = [7, 8, 9].map(
    host => `198.51.100.1 192.0.2.${host} 2001-07-19T16:08:55Z GET /x HTTP/1.0 404`,
  )
  const [best] = suggestionsFor(some, {})
  equal(best?.format, '%{word1}n %a %{%FT%T%z}t %r %>s')
  deepEqual([best?.reads, best?.of], [3, 3])
})

test('two formats in one log are two suggestions, the one that reads most first', () => {
  const bars = [1, 2, 3].map(
    host => `2001-07-19 16:08:55 | 192.0.2.${host} | GET /a HTTP/1.0 | 404`,
  )
  const blanks = ['2001-07-19T16:08:55Z 192.0.2.7 GET /b HTTP/1.0']
  const prose = ['the quick brown fox jumps over the lazy dog']
  const suggestions = suggestionsFor([...blanks, ...bars, ...prose], {})
  deepEqual(
    suggestions.map(({ reads, of }) => `${reads}/${of}`),
    ['3/5', '1/5'],
  )
})

test('prose gets no suggestion', () =>
  deepEqual(suggestionsFor(['the quick brown fox', 'jumps over the lazy dog'], {}), []))

test('whatever a line holds, what is suggested reads it, and nothing throws', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '192.0.2.7',
      '2001-07-19',
      '16:08:55',
      'GET',
      '/x',
      'HTTP/1.0',
      '404',
      '%',
      '\\',
      '"',
      '[',
      ']',
      '-',
      'a=b',
      'ip="',
    ),
    fc.string(),
  )
  const line = fc
    .tuple(fc.array(word, { minLength: 3, maxLength: 12 }), fc.constantFrom(' ', ' | ', '\t', ';'))
    .map(([words, by]) => words.join(by))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), some => {
      for (const { reads, of } of suggestionsFor(some, {})) ok(reads > 0 && reads <= of)
    }),
  )
})
