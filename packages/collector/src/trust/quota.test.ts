import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyTold, host } from './any-grounds.ts'
import { dailyLimits, isWithin } from './quota.ts'

const quotaOf = (quota: number) => () => quota

test('of every submitter and day as many hosts count as the quota says, the first ones', () => {
  fc.assert(
    fc.property(anyTold, fc.nat(4), (told, quota) => {
      const limits = dailyLimits(told, quotaOf(quota))
      const days = new Map<string, { first: string; counts: boolean }[]>()
      for (const each of told) {
        for (const report of each.reports) {
          const day = `${report.submitter} ${report.first.slice(0, 10)}`
          const counts = isWithin(limits.get(report.submitter) ?? new Map(), each, report)
          days.set(day, [...(days.get(day) ?? []), { first: report.first, counts }])
        }
      }
      for (const reports of days.values()) {
        const counting = reports.filter(({ counts }) => counts)
        equal(counting.length, Math.min(quota, reports.length))
        const latest = counting
          .map(({ first }) => first)
          .sort()
          .at(-1)
        ok(reports.every(({ first, counts }) => counts || latest === undefined || first >= latest))
      }
    }),
  )
})

test('the order of hosts does not change who counts', () => {
  fc.assert(
    fc.property(anyTold, told => {
      deepEqual(dailyLimits(told.toReversed(), quotaOf(2)), dailyLimits(told, quotaOf(2)))
    }),
  )
})

test('a day that is not full takes nothing from another', () => {
  const told = [
    host('203.0.113.1', ['a'], { first: '2001-07-21T23:59:59Z' }),
    host('203.0.113.2', ['a'], { first: '2001-07-22T00:00:00Z' }),
    host('203.0.113.3', ['a'], { first: '2001-07-22T00:00:01Z' }),
  ]
  const limits = dailyLimits(told, quotaOf(1)).get('a')!
  deepEqual(
    told.map(each => isWithin(limits, each, each.reports[0]!)),
    [true, true, false],
  )
})
