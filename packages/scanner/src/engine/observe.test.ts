import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { rules, signatures } from '@redalert/core'
import fc from 'fast-check'
import { backDoor, codeRed, codeRedTarget, visitor } from '../cli/sample-lines.ts'
import type { Line } from '../read/line.ts'
import { type Observed, observer } from './observe.ts'

const watch = { context: {}, rules: rules(signatures) }
const w3c = `2001-07-19 14:08:55 192.0.2.8 GET ${codeRedTarget.replace('?', ' ')}`
const texts = [
  codeRed('192.0.2.7'),
  visitor,
  backDoor,
  'nobody reads this',
  '',
  '#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query',
  w3c,
  '#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip',
  w3c.replace('192.0.2.8 GET', 'GET').concat(' 192.0.2.9'),
].map(text => text.trimEnd())

const anyLines = fc
  .array(fc.constantFrom(...texts))
  .map(all => all.map((text, index): Line => ({ text, number: index + 1, at: 0 })))

/** What several batches hold together. */
function together(batches: readonly Observed[]) {
  return {
    lines: batches.reduce((sum, { lines }) => sum + lines, 0),
    matches: batches.flatMap(({ matches }) => matches),
    other: batches.reduce((sum, { other }) => sum + other, 0),
    skipped: batches.reduce((sum, { skipped }) => sum + skipped, 0),
    unread: batches.flatMap(({ unread }) => unread),
  }
}

test('any split of a log reads the same', () => {
  fc.assert(
    fc.property(anyLines, fc.array(fc.nat({ max: 5 })), (lines, cuts) => {
      const observe = observer(watch)
      const batches: Observed[] = []
      let from = 0
      for (const cut of cuts) {
        batches.push(observe(lines.slice(from, from + cut)))
        from += cut
      }
      batches.push(observe(lines.slice(from)))
      deepEqual(together(batches), together([observer(watch)(lines)]))
    }),
  )
})

test('lines are matched, other, unread or skipped, and nothing else', () => {
  fc.assert(
    fc.property(anyLines, lines => {
      const { matches, other, unread, skipped } = observer(watch)(lines)
      deepEqual(matches.length + other + unread.length + skipped, lines.length)
    }),
  )
})
