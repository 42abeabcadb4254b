import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Instant, instantOfSeconds } from '../model/instant.ts'
import { mayAnswer } from './may-answer.ts'

const appeal = {
  from: '2001-07-18T00:00:00Z' as Instant,
  until: '2001-07-20T00:00:00Z' as Instant,
}

const cases: readonly (readonly [
  what: string,
  first: string | null,
  last: string | null,
  may: boolean,
])[] = [
  ['of those days', '2001-07-18T10:00:00Z', '2001-07-19T10:00:00Z', true],
  ['that spans them', '2001-01-01T00:00:00Z', '2001-12-31T00:00:00Z', true],
  ['that ended a day before', '2001-07-01T00:00:00Z', '2001-07-16T23:59:59Z', false],
  ['that ended less than a day before', '2001-07-01T00:00:00Z', '2001-07-17T00:00:00Z', true],
  ['that began a day later', '2001-07-21T00:00:00Z', '2001-07-22T00:00:00Z', false],
  ['that began less than a day later', '2001-07-20T23:59:59Z', '2001-07-22T00:00:00Z', true],
  ['of which nothing is known', null, null, true],
  ['of which only the end is known', null, '2001-07-01T00:00:00Z', false],
  ['of which only the beginning is known', '2001-08-01T00:00:00Z', null, false],
]
for (const [what, first, last, may] of cases) {
  test(`a log ${what} is ${may ? '' : 'not '}read`, () =>
    equal(mayAnswer(appeal, { first: first as Instant, last: last as Instant }), may))
}

test('no log that holds a line of those days is left out', () => {
  const second = fc.integer({ min: 990_000_000, max: 1_010_000_000 })
  fc.assert(
    fc.property(second, second, second, second, second, (...seconds) => {
      const [first, before, at, after, last] = seconds
        .toSorted((one, other) => one - other)
        .map(one => instantOfSeconds(one)!)
      equal(mayAnswer({ from: before!, until: after! }, { first: first!, last: last! }), true)
      equal(mayAnswer({ from: at!, until: last! }, { first: before!, last: after! }), true)
    }),
  )
})
