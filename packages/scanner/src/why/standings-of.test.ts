import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { type Cell, type Hour, type Instant, signatures, type Source } from '@redalert/core'
import { standingsOf } from './standings-of.ts'

function cell(mark: string): Cell {
  return {
    sensor: 'www',
    source: '192.0.2.7' as Source,
    mark,
    hour: '2001-09-18T13' as Hour,
    clock: 'known',
    identities: [],
    first: '2001-09-18T13:00:00Z' as Instant,
    last: '2001-09-18T13:00:00Z' as Instant,
    evidence: [],
    payloadHosts: [],
    ownPayload: false,
  }
}

test('a door of Nimda alone is a probe, and what Nimda lacks is told beside it', () => {
  const [standing, ...more] = standingsOf([cell('nimda-c')], signatures)
  deepEqual(more, [])
  equal(`${standing?.family.id} ${standing?.verdict?.grade}`, 'root-exe probe')
  const lack = standing?.lacks.find(({ kind }) => kind === 'distinct')
  ok(lack?.kind === 'distinct')
  equal(
    `${lack.family} ${lack.grade} ${lack.needed} ${lack.seen.join()}`,
    'nimda infected 5 nimda-c',
  )
})

test('marks that alone make no row are told with what is missing for one', () => {
  const [standing] = standingsOf([cell('nimda-missing-c')], signatures)
  equal(standing?.verdict, undefined)
  deepEqual(standing?.marks, ['nimda-missing-c'])
  ok(standing.lacks.some(({ kind }) => kind === 'distinct'))
})

test('what is infected lacks nothing', () => {
  const [standing] = standingsOf([cell('codered-n-worm')], signatures)
  deepEqual(standing?.lacks, [])
})

test('nothing is nothing', () => deepEqual(standingsOf([], signatures), []))
