import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { waitingLine } from './waiting-line.ts'

test('the most pressing goes first, and of equals whoever came first', () => {
  const urgencies = fc.array(fc.nat({ max: 5 }))
  fc.assert(
    fc.property(urgencies, all => {
      const line = waitingLine<number>()
      for (const [number, urgency] of all.entries()) line.push(number, urgency)
      equal(line.size(), all.length)
      const order = all.map(() => line.pop())
      const expected = [...all.keys()].sort((one, other) => all[other]! - all[one]! || one - other)
      deepEqual(order, expected)
      equal(line.pop(), undefined)
    }),
  )
})
