import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '@redalert/core'
import { openHours } from './open-hours.ts'
import { standardPolicy } from './standard-policy.ts'
import { zoneOf } from './zone-of.ts'

const table = [
  ['NL', '2026-07-15T05:30:00Z', true, true],
  ['NL', '2026-07-15T04:30:00Z', false, true],
  ['NL', '2026-07-15T19:59:59Z', true, true],
  ['NL', '2026-07-15T20:00:00Z', false, true],
  ['NL', '2026-01-15T20:30:00Z', true, true],
  ['NL', '2026-07-18T12:00:00Z', true, false],
  ['JP', '2026-07-17T22:30:00Z', true, false],
  ['JP', '2026-07-12T22:30:00Z', true, true],
  [null, '2026-07-15T06:30:00Z', false, true],
] as const
for (const [country, now, isDay, isBusinessDay] of table)
  test(`at ${now} it is ${isDay ? 'day' : 'night'} in ${country ?? 'nowhere'}, on a ${isBusinessDay ? 'business day' : 'weekend'}`, () =>
    deepEqual(openHours(now as Instant, standardPolicy())(country), { isDay, isBusinessDay }))

test('a country of many zones goes by the middle one, and one that is none by UTC', () => {
  const now = '2026-01-15T12:00:00Z' as Instant
  equal(zoneOf('ZZ', now), 'UTC')
  equal(zoneOf('../etc', now), 'UTC')
  const { isDay } = openHours('2026-01-15T18:00:00Z' as Instant, standardPolicy())('US')
  equal(isDay, true)
  equal(openHours('2026-01-15T09:00:00Z' as Instant, standardPolicy())('US').isDay, false)
})
