import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { amount, duration, size } from './amount.ts'

test('sizes have a unit in which they are short', () => {
  const sizes = [0, 999, 1000, 12_345, 999_499, 999_500, 2_345_678, 1_500_000_000, 9e15]
  equal(
    sizes.map(size).join(', '),
    '0 B, 999 B, 1.0 kB, 12 kB, 999 kB, 1.0 MB, 2.3 MB, 1.5 GB, 9000 TB',
  )
})

test('durations are as exact as they are worth', () => {
  equal(
    [0.004, 0.41, 9.9, 59.6, 61, 3600, 7505].map(duration).join(', '),
    '0.00 s, 0.4 s, 9.9 s, 1 min 0 s, 1 min 1 s, 1 h 0 min, 2 h 5 min',
  )
})

test('one is not many', () => {
  equal([amount(1, 'line'), amount(12_345, 'line')].join(', '), '1 line, 12,345 lines')
})
