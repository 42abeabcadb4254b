import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { unescapeJson } from './json-text.ts'

const texts: readonly (readonly [raw: string, bytes: string])[] = [
  ['plain', 'plain'],
  ['a\\"b\\\\c\\/d\\n', 'a"b\\c/d\n'],
  ['\\u0041', 'A'],
  ['\\u00e9', '\u00c3\u00a9'],
  ['\\u20ac', '\u00e2\u0082\u00ac'],
  ['\\ud83d\\ude00', '\u00f0\u009f\u0098\u0080'],
  ['\\ud83d', '\u00ed\u00a0\u00bd'],
  ['\\ux', '\\ux'],
  ['\\x22', '"'],
  ['\\xzz', '\\xzz'],
  ['\\', '\\'],
]
for (const [raw, bytes] of texts) {
  test(`${raw} means ${JSON.stringify(bytes)}`, () => equal(unescapeJson(raw), bytes))
}

test('what JSON writes means what was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const written = JSON.stringify(text).slice(1, -1)
      const bytes = Buffer.from(text.toWellFormed(), 'utf8').toString('latin1')
      equal(unescapeJson(Buffer.from(written, 'utf8').toString('latin1')), bytes)
    }),
  )
})
