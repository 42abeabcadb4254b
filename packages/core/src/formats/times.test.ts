import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { toInstant } from '../model/instant.ts'
import { readAnyTime } from './read-any-time.ts'
import { parseZone } from './zone.ts'

const times: readonly (readonly [text: string, instant: string | undefined])[] = [
  ['19/Jul/2001:16:08:55 +0200', '2001-07-19T14:08:55Z'],
  ['19/Jul/2001:16:08:55', '2001-07-19T16:08:55Z'],
  ['19/Jul/2001:16:08:55.123 +0200', '2001-07-19T14:08:55Z'],
  ['19/Jux/2001:16:08:55 +0200', undefined],
  ['19/Jul/2001:16:08:55 +02', undefined],
  ['19/Jul/2001:16:08:55x', undefined],
  ['2001-07-19T16:08:55Z', '2001-07-19T16:08:55Z'],
  ['2001-07-19T16:08:55.123456+02:00', '2001-07-19T14:08:55Z'],
  ['2001-07-19 16:08:55 -0700', '2001-07-19T23:08:55Z'],
  ['2001-07-19 16:08:55,123', '2001-07-19T16:08:55Z'],
  ['2001-07-19T16:08', undefined],
  ['2001-07-19T16:08:55+25:00', undefined],
  ['995551735', '2001-07-19T14:08:55Z'],
  ['995551735.25', '2001-07-19T14:08:55Z'],
  ['995551735250', '2001-07-19T14:08:55Z'],
  ['995551735250000', '2001-07-19T14:08:55Z'],
  ['995551735250000000', '2001-07-19T14:08:55Z'],
  ['99555173525000000x', undefined],
  ['12', undefined],
  ['Thu Jul 19 16:08:55 2001', '2001-07-19T16:08:55Z'],
  ['Thu Jul  9 16:08:55.5 2001', '2001-07-09T16:08:55Z'],
  ['Thu Jul 19 16:08:55 01', undefined],
  ['yesterday', undefined],
]
for (const [text, instant] of times) {
  test(`the time ${text} is ${instant ?? 'none'}`, () => {
    const stamp = readAnyTime(text)
    equal(stamp && toInstant(stamp, stamp.minutesEast), instant)
  })
}

const wall = (month: number, day: number, hour: number) => ({
  year: 2001,
  month,
  day,
  hour,
  minute: 30,
  second: 0,
})
const zones: readonly (readonly [
  zone: string,
  what: string,
  wall: ReturnType<typeof wall>,
  instant: string,
])[] = [
  ['Europe/Amsterdam', 'in summer', wall(7, 19, 16), '2001-07-19T14:30:00Z'],
  ['Europe/Amsterdam', 'in winter', wall(12, 19, 16), '2001-12-19T15:30:00Z'],
  [
    'Europe/Amsterdam',
    'in the hour that autumn has twice, the earlier',
    wall(10, 28, 2),
    '2001-10-28T00:30:00Z',
  ],
  [
    'Europe/Amsterdam',
    'in the hour that spring leaves out, behind the gap',
    wall(3, 25, 2),
    '2001-03-25T01:30:00Z',
  ],
  ['Asia/Kolkata', 'with half hours', wall(7, 19, 16), '2001-07-19T11:00:00Z'],
  ['-04:00', 'as an offset', wall(7, 19, 16), '2001-07-19T20:30:00Z'],
  ['UTC', 'of Greenwich', wall(7, 19, 16), '2001-07-19T16:30:00Z'],
]
for (const [name, what, time, instant] of zones) {
  test(`${name} ${what}`, () => {
    const zone = parseZone(name)
    equal(zone?.toInstant(time), instant)
    equal(zone?.toInstant(time), instant, 'asked again')
  })
}
test('a zone shows no impossible time', () =>
  equal(parseZone('Europe/Amsterdam')?.toInstant(wall(2, 30, 1)), undefined))
test('what is no zone is none', () => equal(parseZone('Middle/Earth'), undefined))
