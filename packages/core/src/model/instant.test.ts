import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { hourOf, instantOfSeconds, nextHour, secondsOf, toInstant } from './instant.ts'

const noon = { year: 2001, month: 7, day: 19, hour: 12, minute: 0, second: 0 }

test('a clock east of Greenwich is ahead', () =>
  equal(toInstant(noon, 120), '2001-07-19T10:00:00Z'))
test('a clock west of Greenwich is behind', () =>
  equal(toInstant(noon, -150), '2001-07-19T14:30:00Z'))
test('a leap second counts as the one before', () =>
  equal(toInstant({ ...noon, second: 60 }), '2001-07-19T12:00:59Z'))
test('29 February exists in a leap year', () =>
  equal(toInstant({ ...noon, year: 2000, month: 2, day: 29 }), '2000-02-29T12:00:00Z'))

const impossible = [
  { month: 0 },
  { month: 13 },
  { day: 0 },
  { day: 32 },
  { month: 2, day: 29 },
  { hour: 24 },
  { minute: 60 },
  { second: 61 },
  { second: -1 },
  { year: 1969 },
  { year: 10_000 },
]
for (const change of impossible) {
  test(`no clock ever shows ${JSON.stringify(change)}`, () =>
    equal(toInstant({ ...noon, ...change }), undefined))
}

test('seconds and back', () => equal(secondsOf(instantOfSeconds(995_551_735.9)!), 995_551_735))
test('no instant before 1970', () => equal(instantOfSeconds(-1), undefined))
test('no instant of no number', () => equal(instantOfSeconds(Number.NaN), undefined))
test('the hour of an instant', () => equal(hourOf(toInstant(noon)!), '2001-07-19T12'))
test('the next hour may be the next year', () =>
  equal(nextHour(hourOf(toInstant({ ...noon, month: 12, day: 31, hour: 23 })!)), '2002-01-01T00'))
