import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Line } from './line.ts'
import { lineEnding, longestLine } from './line-ending.ts'
import { lineSplitter } from './line-splitter.ts'

/** Bytes with every ending in every company. */
const logs = fc
  .array(fc.constantFrom('\n', '\r\n', '\r', '\r\r\n', 'a', 'bc', '\0', 'ÿ', ' '), {
    maxLength: 60,
  })
  .map(parts => Buffer.from(parts.join(''), 'latin1'))

test('a line ends at LF or CRLF, and a CR elsewhere stays in it', () => {
  deepEqual(texts('one\r\ntwo\nth\rree\r\r\n\nlast'), ['one', 'two', 'th\rree\r', '', 'last'])
})

test('where a log has CR and no LF in its opening, CR ends a line', () => {
  deepEqual(texts('one\rtwo\r\rlast\r'), ['one', 'two', '', 'last'])
})

test('a log that goes over from CR to CRLF is cut at either', () => {
  const start = `${'x'.repeat(50)}\r`.repeat(2000)
  equal(texts(`${start}one\r\ntwo\nthree`).slice(-3).join(), 'one,two,three')
})

test('lines have their numbers and places, and the last one without an ending says so', () => {
  deepEqual(split(Buffer.from('a\r\n\nbc')), [
    { text: 'a', number: 1, at: 0 },
    { text: '', number: 2, at: 3 },
    { text: 'bc', number: 3, at: 4, unended: true },
  ])
})

test('a splitter goes on behind an earlier one', () => {
  deepEqual(lineSplitter({ ending: 'lf', number: 8, at: 100 }).push(Buffer.from('ab\n')), [
    { text: 'ab', number: 8, at: 100 },
  ])
})

test('no bytes are no lines', () => deepEqual(split(Buffer.alloc(0)), []))

for (const ending of ['\n', '\r\n', '']) {
  test(`a line of 64 KiB is whole, one byte more is cut, before ${JSON.stringify(ending)}`, () => {
    for (const size of [
      longestLine - 1,
      longestLine,
      longestLine + 1,
      longestLine + 2,
      5 * longestLine,
    ]) {
      const bytes = Buffer.from(`first\n${'x'.repeat(size)}${ending}`)
      for (const chunk of [1000, longestLine, bytes.length]) {
        const [, line] = split(bytes, chunk)
        equal(line?.text.length, Math.min(size, longestLine))
        equal(line?.cut, size > longestLine ? true : undefined)
      }
    }
  })
}

test('behind a cut line the next one is right', () => {
  const bytes = Buffer.from(`${'x'.repeat(200_000)}\nnext\n`)
  for (const chunk of [777, 70_000, bytes.length])
    deepEqual(split(bytes, chunk)[1], { text: 'next', number: 2, at: 200_001 })
})

test('any cut into chunks gives the same lines', () => {
  fc.assert(
    fc.property(logs, fc.array(fc.integer({ min: 0, max: 9 })), (bytes, sizes) => {
      const splitter = lineSplitter({ ending: lineEnding(bytes) })
      const lines: Line[] = []
      let at = 0
      for (const size of sizes) {
        lines.push(...splitter.push(bytes.subarray(at, at + size)))
        at += size
      }
      lines.push(...splitter.push(bytes.subarray(at)), ...splitter.end())
      deepEqual(lines, split(bytes))
    }),
  )
})

test('the lines and what stands between them are the bytes', () => {
  fc.assert(
    fc.property(logs, bytes => {
      let at = 0
      let whole = ''
      for (const line of split(bytes)) {
        const gap = bytes.toString('latin1', at, line.at)
        ok(line.number === 1 ? gap === '' : ['\n', '\r\n', '\r'].includes(gap), JSON.stringify(gap))
        whole += gap + line.text
        at = line.at + line.text.length
      }
      const rest = bytes.toString('latin1', at)
      ok(['', '\n', '\r\n', '\r'].includes(rest), JSON.stringify(rest))
      equal(whole + rest, bytes.toString('latin1'))
    }),
  )
})

test('every byte is one character', () => {
  const bytes = Buffer.from(
    Array.from({ length: 256 }, (_, byte) => byte).filter(byte => byte !== 10 && byte !== 13),
  )
  equal(Buffer.from(texts(bytes.toString('latin1')).join(''), 'latin1').compare(bytes), 0)
})

function texts(log: string): readonly string[] {
  return split(Buffer.from(log, 'latin1')).map(({ text }) => text)
}

function split(bytes: Buffer, size = Math.max(1, bytes.length)): readonly Line[] {
  const splitter = lineSplitter({ ending: lineEnding(bytes) })
  const lines: Line[] = []
  for (let at = 0; at < bytes.length; at += size)
    lines.push(...splitter.push(bytes.subarray(at, at + size)))
  return [...lines, ...splitter.end()]
}
