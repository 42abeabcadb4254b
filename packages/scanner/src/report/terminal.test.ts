import { doesNotMatch, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyBytes } from './any-finding.ts'
import { hidden } from './hidden.ts'
import { say, terminalBytes, terminalText } from './terminal.ts'

const bytesOf = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

for (const { shows, bytes, as } of [
  {
    shows: 'plain text as it is',
    bytes: 'GET /a?b=%20\\x HTTP/1.0',
    as: 'GET /a?b=%20\\x HTTP/1.0',
  },
  { shows: 'letters of UTF-8 as letters', bytes: bytesOf('/größe/家'), as: '/größe/家' },
  { shows: 'a colour of ANSI as text', bytes: '\x1b[31mred', as: '\\x1b[31mred' },
  { shows: 'an override of direction as text', bytes: bytesOf('\u202egol'), as: '\\u202egol' },
  { shows: 'a zero-width space as text', bytes: bytesOf('a\u200bb'), as: 'a\\u200bb' },
  { shows: 'a control of the second kind as text', bytes: bytesOf('\u009b2J'), as: '\\u009b2J' },
  { shows: 'a tag beyond the first plane as text', bytes: bytesOf('\u{e0041}'), as: '\\u{e0041}' },
  { shows: 'bytes that are no UTF-8 as bytes', bytes: '\xff\xc3(', as: '\\xff\\xc3(' },
  { shows: 'UTF-8 beside a broken byte as letters', bytes: `${bytesOf('é')}\x9b`, as: 'é\\x9b' },
  { shows: 'half of a pair as bytes', bytes: '\xed\xa0\x80', as: '\\xed\\xa0\\x80' },
  { shows: 'an overlong slash as bytes', bytes: '..\xc0\xaf..', as: '..\\xc0\\xaf..' },
]) {
  test(`the terminal shows ${shows}`, () => equal(terminalBytes(bytes), as))
}

test('nothing hidden is left of any bytes or text', () => {
  fc.assert(fc.property(anyBytes, bytes => doesNotMatch(terminalBytes(bytes), hidden)))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => doesNotMatch(terminalText(text), hidden)),
  )
})

test('a megabyte of broken bytes takes no more than a moment', () => {
  equal(terminalBytes('\xe0'.repeat(1 << 20)).length, 4 << 20)
})

test('a letter beside a broken byte is the letter that UTF-8 means', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), text => {
      equal(terminalBytes(`${bytesOf(text)}\xff`), `${terminalText(text.toWellFormed())}\\xff`)
    }),
  )
})

test('words of our own are joined with what was made safe', () => {
  equal(say`${terminalText('a\x07')} in ${3} lines`, 'a\\x07 in 3 lines')
})
