import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nasty } from '../notice/any-notice.ts'
import { mailBytes, mailText } from './mail-text.ts'

const shown = /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]*$/u

test('whatever comes in, what goes out is one line with nothing hidden in it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), nasty), text => {
      ok(shown.test(mailText(text)), mailText(text))
      ok(shown.test(mailBytes(text)), mailBytes(text))
    }),
  )
})

test('what is hidden becomes a visible escape', () => {
  equal(mailText('a\r\nb\x1b[2J\u202e\u{e0001}'), 'a\\x0d\\x0ab\\x1b[2J\\u202e\\u{e0001}')
})

test('bytes that are UTF-8 are read as letters, others shown one by one', () => {
  equal(mailBytes('Z\xc3\xbcrich \xff\xc3('), 'Zürich \\xff\\xc3(')
})

test('text that is safe stays as it is', () => {
  fc.assert(fc.property(fc.string(), text => equal(mailText(mailText(text)), mailText(text))))
})
