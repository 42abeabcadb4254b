import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Cell,
  type Hour,
  hourOf,
  type Identity,
  type Instant,
  signatures,
  type Source,
} from '@redalert/core'
import { judgeBy } from './told-hosts.ts'
import { toldLately } from './told-lately.ts'

function cell(at: string, clock: Cell['clock'] = 'known'): Cell {
  const moment = at as Instant
  return {
    sensor: 's',
    source: '203.0.113.1' as Source,
    mark: 'codered-n-worm',
    hour: hourOf(moment) satisfies Hour,
    clock,
    identities: ['0000000000000001' as Identity],
    first: moment,
    last: moment,
    evidence: [],
    payloadHosts: [],
    ownPayload: false,
  }
}

const tellers = (...told: readonly (readonly [submitter: string, cell: Cell])[]) =>
  toldLately(
    told.map(([submitter, each]) => ({ submitter, cell: each })),
    judgeBy(signatures),
    30,
  ).flatMap(({ reports }) => reports.map(({ submitter }) => submitter))

test('who saw it long before it was last seen is no witness', () => {
  deepEqual(
    tellers(
      ['a', cell('2001-07-01T00:00:00Z')],
      ['b', cell('2001-07-15T00:00:00Z')],
      ['c', cell('2001-08-10T00:00:00Z')],
    ),
    ['b', 'c'],
  )
})

test('an assumed clock moves nothing', () => {
  deepEqual(
    tellers(['a', cell('2001-07-01T00:00:00Z')], ['b', cell('2002-07-01T00:00:00Z', 'assumed')]),
    ['a'],
  )
  deepEqual(tellers(['b', cell('2002-07-01T00:00:00Z', 'assumed')]), [])
})
