import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Cell } from '../model/cell.ts'
import type { Hour, Instant } from '../model/instant.ts'
import { grades } from '../model/sighting.ts'
import type { Source } from '../model/source.ts'
import { signatures } from '../signatures/index.ts'
import { judge } from './judge.ts'
import { toBeSurer } from './to-be-surer.ts'

function cell(mark: string, hour = 13, ownPayload = false): Cell {
  const at = `2001-09-18T${hour}` as Hour
  return {
    sensor: 'www',
    source: '192.0.2.7' as Source,
    mark,
    hour: at,
    clock: 'known',
    identities: [],
    first: `${at}:00:00Z` as Instant,
    last: `${at}:00:00Z` as Instant,
    evidence: [],
    payloadHosts: [],
    ownPayload,
  }
}

function lacksOf(cells: readonly Cell[], family?: string) {
  const verdicts = judge(cells, signatures)
  const verdict = verdicts.find(each => !family || each.family.id === family)
  ok(verdict, 'no verdict')
  return toBeSurer(verdict, cells, signatures)
}

test('what is infected lacks nothing', () => deepEqual(lacksOf([cell('codered-n-worm')]), []))

test("a probe of Code Red lacks the worm's code", () =>
  deepEqual(lacksOf([cell('codered-n-run')]), [
    { grade: 'infected', kind: 'any', marks: ['codered-n-worm'] },
  ]))

test('three doors of Nimda lack two more, within two hours', () => {
  const nimda = signatures.find(({ id }) => id === 'nimda')!
  const doors = ['nimda-c', 'nimda-d', 'nimda-scripts'].map(mark => cell(mark))
  const cells = [...doors, cell('nimda-msadc', 20)]
  const distinct = toBeSurer({ family: nimda, cells }, cells, signatures).find(
    ({ kind }) => kind === 'distinct',
  )
  ok(distinct?.kind === 'distinct')
  equal(distinct.needed, 5)
  deepEqual(distinct.seen.toSorted(), ['nimda-c', 'nimda-d', 'nimda-scripts'])
  ok(distinct.unseen.includes('nimda-msadc'), 'another hour does not count')
  ok(distinct.unseen.includes('nimda-vti-bin'))
})

test('a bot that fetches from elsewhere lacks itself as the place, or another kind of device', () => {
  const lacks = lacksOf([cell('jaws-fetch')])
  deepEqual(
    lacks.map(({ grade, kind }) => `${grade} ${kind}`),
    ['likely any', 'likely devices', 'infected own-payload'],
  )
  const devices = lacks.find(({ kind }) => kind === 'devices')
  deepEqual(devices?.kind === 'devices' && devices.seen, ['MVPower video recorder'])
  deepEqual(
    lacksOf([cell('jaws-run')]).map(({ kind }) => kind),
    ['own-payload'],
  )
})

const marks = signatures.flatMap(family => Object.keys(family.marks))
const anyCells = fc.array(
  fc
    .record({
      mark: fc.constantFrom(...marks),
      hour: fc.integer({ min: 10, max: 15 }),
      own: fc.boolean(),
    })
    .map(({ mark, hour, own }) => cell(mark, hour, own)),
  { maxLength: 12 },
)

test('it agrees with the judge: what lacks a grade never has it, and what it lacks gives it', () => {
  fc.assert(
    fc.property(anyCells, cells => {
      for (const verdict of judge(cells, signatures)) {
        for (const lack of toBeSurer(verdict, cells, signatures)) {
          ok(grades.indexOf(lack.grade) < grades.indexOf(verdict.grade))
          if (lack.kind === 'distinct') ok(lack.seen.length < lack.needed)
          if (lack.kind === 'any')
            ok(!verdict.cells.some(({ mark }) => lack.marks.includes(mark)), 'has the mark')
          if (lack.kind !== 'any') continue
          const with1 = [...verdict.cells, cell(lack.marks[0]!)]
          const now = judge(with1, [verdict.family])[0]
          ok(now && grades.indexOf(now.grade) <= grades.indexOf(lack.grade))
        }
      }
    }),
    { numRuns: 300 },
  )
})
