import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decode, unescapeLog } from './decode.ts'

const spellings: readonly (readonly [spelled: string, plain: string])[] = [
  ['/default.ida', '/default.ida'],
  ['%2e%2e%2f', '../'],
  ['..%255c..', '..\\..'],
  ['..%%35%63..', '..\\..'],
  ['..%%35c..', '..\\..'],
  ['..%25%35%63..', '..\\..'],
  ['..%252f..', '../..'],
  ['..%c0%af..', '../..'],
  ['..%c1%9c..', '..\\..'],
  ['..%c1%1c..', '..\\..'],
  ['..%c0%2f..', '../..'],
  ['..%e0%80%af..', '../..'],
  ['..%f0%80%80%af..', '../..'],
  ['%u002f%U005c', '/\\'],
  ['%uff0fx', '/x'],
  ['%u9090%u00=a', '\u9090%u00=a'],
  ['%25u0041', 'A'],
  ['%%%41', '%%A'],
  ['%zz%4', '%zz%4'],
  ['%c3%a9', '\xc3\xa9'],
]

for (const [spelled, plain] of spellings) {
  test(`${spelled} is ${JSON.stringify(plain)}`, () => equal(decode(spelled), plain))
}

test('what is decoded holds nothing more to decode', () => {
  const piece = fc.constantFrom(
    '%',
    '2',
    '5',
    'c',
    '0',
    'f',
    'u',
    '/',
    '%25',
    '%c0',
    '\xc0',
    '\xaf',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const plain = decode(pieces.join(''))
      equal(decode(plain), plain)
    }),
  )
})

test('any nesting ends, and never grows', () => {
  const nested = `%${'25'.repeat(30_000)}41`
  equal(decode(nested), 'A')
  ok(decode('%'.repeat(60_000)).length === 60_000)
})

const written: readonly (readonly [logged: string, sent: string])[] = [
  [String.raw`/\x90\x02\xb1`, '/\x90\x02\xb1'],
  [String.raw`\\think\"`, String.raw`\think"`],
  [String.raw`\x5Cthink`, String.raw`\think`],
  [String.raw`a\tb\qc`, 'a\tb\\qc'],
  [String.raw`end\x5`, String.raw`end\x5`],
  ['end\\', 'end\\'],
]
for (const [logged, sent] of written) {
  test(`a server wrote ${logged} for ${JSON.stringify(sent)}`, () =>
    equal(unescapeLog(logged, 'slashes'), sent))
}

test('nothing is undone where nothing was escaped', () =>
  equal(unescapeLog(String.raw`a\x41`, 'none'), String.raw`a\x41`))
