import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Cell,
  type Clock,
  type Hour,
  type Instant,
  signatures,
  type Source,
} from '@redalert/core'
import { judgeBy, type ToldCell, toldHosts } from './told-hosts.ts'

const period = { from: '2001-09-18T12:30:00Z' as Instant, until: '2001-09-19T12:00:00Z' as Instant }

function told(
  submitter: string,
  mark: string,
  { hour = '2001-09-18T13', clock = 'known' }: { hour?: string; clock?: Clock } = {},
): ToldCell {
  const cell: Cell = {
    sensor: 'www',
    source: '192.0.2.7' as Source,
    mark,
    hour: hour as Hour,
    clock,
    identities: [],
    first: `${hour}:10:00Z` as Instant,
    last: `${hour}:20:00Z` as Instant,
    evidence: [],
    payloadHosts: [],
    ownPayload: false,
  }
  return { submitter, cell }
}

const doors = ['nimda-scripts-root', 'nimda-msadc-root', 'nimda-c', 'nimda-d', 'nimda-scripts']
const grades = (cells: readonly ToldCell[]) =>
  toldHosts(cells, judgeBy(signatures), period).map(({ family, reports }) => [
    family,
    ...reports.map(({ submitter, grade }) => `${submitter} ${grade}`),
  ])

test('everybody is judged by their own cells', () => {
  deepEqual(grades(doors.map(door => told('a', door))), [['nimda', 'a infected']])
  deepEqual(grades(doors.map((door, index) => told(index === 0 ? 'a' : 'b', door))), [
    ['root-exe', 'a probe', 'b probe'],
  ])
})

test('a source is a host for each family', () => {
  deepEqual(
    grades([told('b', 'codered-n-worm'), told('a', 'codered-x-worm'), told('a', 'codered-n-worm')]),
    [
      ['codered-n', 'a infected', 'b infected'],
      ['codered-x', 'a infected'],
    ],
  )
})

test('cells of another time, or of an assumed clock, prove nothing', () => {
  deepEqual(
    grades([
      told('a', 'codered-n-worm', { hour: '2001-09-18T11' }),
      told('b', 'codered-n-worm', { hour: '2001-09-18T12' }),
      told('c', 'codered-n-worm', { hour: '2001-09-19T12' }),
      told('d', 'codered-n-worm', { hour: '2001-09-19T13' }),
      told('e', 'codered-n-worm', { clock: 'assumed' }),
    ]),
    [['codered-n', 'b infected', 'c infected']],
  )
})

test('a report lasts from its first cell to its last', () => {
  const [host] = toldHosts(
    [told('a', 'codered-n-worm', { hour: '2001-09-18T15' }), told('a', 'codered-n-worm')],
    judgeBy(signatures),
    period,
  )
  deepEqual(host?.reports, [
    {
      submitter: 'a',
      grade: 'infected',
      first: '2001-09-18T13:10:00Z',
      last: '2001-09-18T15:20:00Z',
    },
  ])
})
