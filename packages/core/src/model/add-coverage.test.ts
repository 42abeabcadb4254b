import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addCoverage } from './add-coverage.ts'
import type { Coverage } from './coverage.ts'
import type { Hour } from './instant.ts'

const anyCoverage: fc.Arbitrary<Coverage> = fc.record({
  sensor: fc.constantFrom('web1', 'web2'),
  hours: fc.dictionary(
    fc.constantFrom('2001-07-19T13', '2001-07-19T14', '2001-07-19T15'),
    fc.nat(9),
  ) as fc.Arbitrary<Record<Hour, number>>,
  listens: fc.option(fc.array(fc.constantFrom('192.0.2.1', '192.0.2.2'), { minLength: 1 })),
  signatures: fc.constantFrom('a', 'b'),
})

function sum(told: readonly Coverage[]): readonly Coverage[] {
  const all = new Map<string, Coverage>()
  for (const each of told) addCoverage(all, each)
  return [...all.values()].toSorted((one, other) => (one.sensor < other.sensor ? -1 : 1))
}

test('coverage is the same whatever came first and however often', () => {
  fc.assert(
    fc.property(fc.array(anyCoverage), fc.nat(), (told, from) => {
      const turned = [...told.slice(from), ...told.slice(0, from)].toReversed()
      deepEqual(sum([...turned, ...told]), sum(told))
    }),
  )
})

test('of two counts for an hour the larger holds, and addresses are put together', () => {
  const one = {
    sensor: 'web1',
    hours: { '2001-07-19T14': 3 } as Record<Hour, number>,
    signatures: 'a',
  }
  const other = {
    ...one,
    hours: { '2001-07-19T13': 1, '2001-07-19T14': 2 } as Record<Hour, number>,
  }
  deepEqual(
    sum([
      { ...one, listens: ['192.0.2.2'] },
      { ...other, listens: null },
      { ...one, listens: ['192.0.2.1'] },
    ]),
    [
      {
        ...one,
        hours: { '2001-07-19T13': 1, '2001-07-19T14': 3 },
        listens: ['192.0.2.1', '192.0.2.2'],
      },
    ],
  )
  deepEqual(sum([{ ...one, listens: null }])[0]?.listens, null)
})
