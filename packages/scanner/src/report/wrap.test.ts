import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { widthOf } from './width.ts'
import { wrap } from './wrap.ts'

test('a text is broken at its blanks', () => {
  deepEqual(wrap('one two three', 7), ['one two', 'three'])
  deepEqual(wrap('', 7), [''])
})

test('a word that is too long is broken where the line ends', () => {
  deepEqual(wrap('a 1234567890', 4), ['a', '1234', '5678', '90'])
  deepEqual(wrap('家家家', 4), ['家家', '家'])
})

test('no line is too wide, and no letter is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, width) => {
      const lines = wrap(text, width)
      ok(lines.every(line => widthOf(line) <= width))
      equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''))
    }),
  )
})

test('wide letters take two columns and joined accents none', () => {
  equal(widthOf('家a'), 3)
  equal(widthOf('e\u0301'), 1)
})
