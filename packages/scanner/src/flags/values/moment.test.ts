import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '@redalert/core'
import { moment } from './moment.ts'

const setting = { now: '2001-07-20T12:30:00Z' as Instant, families: [], exists: () => false }

for (const [given, value] of [
  ['2001-07-19', '2001-07-19T00:00:00Z'],
  ['2001-07-19T14:00Z', '2001-07-19T14:00:00Z'],
  ['2001-07-19T14:00', '2001-07-19T14:00:00Z'],
  ['2001-07-19 14:08:55', '2001-07-19T14:08:55Z'],
  ['2d', '2001-07-18T12:30:00Z'],
  ['36h', '2001-07-19T00:30:00Z'],
  ['90m', '2001-07-20T11:00:00Z'],
  ['1w', '2001-07-13T12:30:00Z'],
] as const) {
  test(`${given} is ${value}`, () => deepEqual(moment.read(given, setting), { value }))
}

for (const given of [
  '',
  '2001',
  '2001-02-30',
  '2001-07-19T25:00Z',
  '2001-07-19T14:00+02:00',
  '19.07.2001',
  '2y',
  '-2d',
  '99999999w',
]) {
  test(`"${given}" is no moment`, () => ok('wrong' in moment.read(given, setting)))
}
