import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromByteText, toByteText } from './byte-text.ts'

test('a text becomes bytes, one letter each, and comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 9000 }), text => {
      equal(toByteText(text), Buffer.from(text, 'utf8').toString('latin1'))
      equal(fromByteText(toByteText(text)), text)
    }),
  )
})

test('bytes that mean nothing in UTF-8 are no text', () => {
  equal(fromByteText('\xff\xfe'), undefined)
  equal(fromByteText('a\xc3'), undefined)
})
