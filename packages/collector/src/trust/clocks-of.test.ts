import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { type Cell, hourOf, type Instant, instantOfSeconds, type Source } from '@redalert/core'
import fc from 'fast-check'
import { host } from './any-grounds.ts'
import { clockSources } from './clock-sources.ts'
import { clocksOf } from './clocks-of.ts'
import type { ToldHost } from './report.ts'
import { sightsOf } from './sights-of.ts'
import { judgeBy, type ToldCell, toldHosts } from './told-hosts.ts'
import { signatures } from '@redalert/core'

const begin = Date.UTC(2001, 6, 19) / 1000
const at = (seconds: number) => instantOfSeconds(begin + seconds) as Instant

function seen(
  submitter: string,
  source: Source,
  second: number,
  { sensor = 'www', clock = 'known' }: { sensor?: string; clock?: Cell['clock'] } = {},
): ToldCell {
  const first = at(second)
  const cell: Cell = {
    sensor,
    source,
    mark: 'codered-n-run',
    hour: hourOf(first),
    clock,
    identities: [],
    first,
    last: first,
    evidence: [],
    payloadHosts: [],
    ownPayload: false,
  }
  return { submitter, cell }
}

/** What four told of machines that knocked at all of them within minutes; the clocks of `off` are two hours ahead. */
function world(count: number): ReadonlyMap<Source, readonly ToldCell[]> {
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const source = `192.0.2.${index + 1}` as Source
      const when = 30_000 + index * 9000
      const cells = ['a', 'b', 'c'].map((name, late) => seen(name, source, when + late * 60))
      const own = [
        seen('off', source, when + 7200 + 120),
        seen('off', source, when + 100, { sensor: 'right' }),
        seen('off', source, when + 50_000, { sensor: 'guessed', clock: 'assumed' }),
      ]
      return [source, [...cells, ...own]] as const
    }),
  )
}

function toldOf(cells: ReadonlyMap<Source, readonly ToldCell[]>): readonly ToldHost[] {
  const always = { from: at(0), until: at(10_000_000) }
  return [...cells.values()].flatMap(told => toldHosts(told, judgeBy(signatures), always))
}

test('each sensor has a clock of its own, and the one that is off is named', () => {
  const cells = world(20)
  const clocks = clocksOf(toldOf(cells), source => cells.get(source) ?? [])
  deepEqual(
    clocks.map(({ submitter, sensor, skew }) => [submitter, sensor, skew.kind]),
    [
      ['a', 'www', 'agrees'],
      ['b', 'www', 'agrees'],
      ['c', 'www', 'agrees'],
      ['off', 'right', 'agrees'],
      ['off', 'www', 'skewed'],
    ],
  )
  const skew = clocks.at(-1)!.skew
  ok(skew.kind === 'skewed' && Math.abs(skew.seconds - 7200) <= skew.give)
})

test('where nobody else saw anything nothing is said of clocks', () => {
  const cells = world(20)
  const alone = (source: Source) =>
    (cells.get(source) ?? []).filter(({ submitter }) => submitter === 'off')
  deepEqual(clocksOf(toldOf(cells), alone), [])
  deepEqual(
    clocksOf([], () => []),
    [],
  )
})

test('a sensor saw a source from the first to the last that was told of it', () => {
  const source = '192.0.2.1' as Source
  const told = [seen('a', source, 90), seen('a', source, 10), seen('a', source, 50)]
  deepEqual(sightsOf(told), [{ submitter: 'a', sensor: 'www', first: at(10), last: at(90) }])
})

test('of many sources no more are looked at than everybody needs, and everybody gets theirs', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const some = fc.uniqueArray(name, { minLength: 1 })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 400 }), tellers => {
      const told = tellers.map((names, index) => host(`198.51.${index >> 8}.${index & 255}`, names))
      const sources = new Set(clockSources(told))
      for (const each of ['a', 'b', 'c', 'd', 'e']) {
        const fit = told.filter(
          ({ reports }) =>
            reports.length >= 3 && reports.some(({ submitter }) => submitter === each),
        )
        const taken = fit.filter(({ source }) => sources.has(source)).length
        ok(taken >= Math.min(60, fit.length), `${each}: ${taken} of ${fit.length}`)
      }
      ok(sources.size <= 300)
      ok(told.every(({ source, reports }) => reports.length >= 3 || !sources.has(source)))
    }),
    { numRuns: 50 },
  )
})

test('sources that were about for long are not looked at', () => {
  const brief = host('192.0.2.1', ['a', 'b', 'c'])
  const long = {
    ...brief,
    reports: brief.reports.map(report => ({ ...report, last: '2001-07-25T00:00:00Z' as Instant })),
  }
  equal(clockSources([brief]).length, 1)
  equal(clockSources([long]).length, 0)
})
