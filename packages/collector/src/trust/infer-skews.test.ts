import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { type Instant, instantOfSeconds } from '@redalert/core'
import fc from 'fast-check'
import { bestShift } from './best-shift.ts'
import { inferSkews, sensorKey, type Sight } from './infer-skews.ts'
import { saySkew } from './say-skew.ts'
import type { Skew } from './skew.ts'

const start = Date.UTC(2001, 6, 19) / 1000
const at = (seconds: number) => instantOfSeconds(start + seconds) as Instant

/** Sources that are about for half an hour, every hour one, as sensors with these clocks see them. */
function brief(
  skews: Readonly<Record<string, number>>,
  count: number,
): readonly (readonly Sight[])[] {
  return Array.from({ length: count }, (_, source) =>
    Object.entries(skews).map(([sensor, skew], index): Sight => {
      const seen = 86_400 + source * 5000 + ((source * 7 + index * 11) % 30) * 60 + skew
      return { submitter: sensor, sensor: 'www', first: at(seen), last: at(seen + 60) }
    }),
  )
}
const skewIn = (sources: Iterable<readonly Sight[]>, sensor: string): Skew | undefined =>
  inferSkews(sources).get(sensorKey({ submitter: sensor, sensor: 'www' }))

for (const hours of [-9, -1, 1, 2, 5.5]) {
  test(`a clock that is ${hours} h off is found, and the others' are not`, () => {
    const sources = brief({ a: 0, b: 0, c: 0, off: hours * 3600 }, 12)
    const skew = skewIn(sources, 'off')
    ok(skew?.kind === 'skewed')
    ok(Math.abs(skew.seconds - hours * 3600) <= skew.give, `${skew.seconds} ± ${skew.give}`)
    ok(skew.give < 1800)
    for (const sensor of ['a', 'b', 'c']) ok(skewIn(sources, sensor)?.kind !== 'skewed')
  })
}

test('clocks that agree are said to agree', () => {
  const skews = inferSkews(brief({ a: 0, b: 120, c: -120 }, 6))
  deepEqual(
    [...skews.values()],
    Array.from({ length: 3 }, () => ({ kind: 'agrees', common: 6 })),
  )
})

test('of few sources, and of long ones, nothing is said', () => {
  deepEqual(skewIn(brief({ a: 0, b: 0, c: 7200 }, 4), 'c'), { kind: 'unknown', common: 4 })
  const long = brief({ a: 0, b: 0, c: 0 }, 20).map(sights =>
    sights.map(sight => ({ ...sight, last: at(500_000) })),
  )
  equal(inferSkews(long).size, 0)
})

test('of two clocks nobody can say which is wrong, whatever more sensors either has', () => {
  equal(inferSkews(brief({ a: 0, b: 7200 }, 20)).size, 0)
  const twice = brief({ a: 0, b: 7200 }, 20).map(sights => [
    ...sights,
    ...sights.map(sight => ({ ...sight, sensor: 'other' })),
  ])
  equal(inferSkews(twice).size, 0)
})

test('a sensor that fits no shift is unknown', () => {
  const sources = brief({ a: 0, b: 0, c: 0 }, 12).map((sights, index) =>
    sights.map(sight =>
      sight.submitter === 'c'
        ? { ...sight, first: at(index * 40_000), last: at(index * 40_000 + 60) }
        : sight,
    ),
  )
  equal(skewIn(sources, 'c')?.kind, 'unknown')
})

test('shifting a clock shifts what is inferred of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6000, max: 80_000 }), shift => {
      const one = skewIn(brief({ a: 0, b: 0, c: 0, off: shift }, 12), 'off')
      const more = skewIn(brief({ a: 0, b: 0, c: 0, off: shift + 3600 }, 12), 'off')
      ok(one?.kind === 'skewed' && more?.kind === 'skewed')
      equal(more.seconds - one.seconds, 3600)
    }),
    { numRuns: 30 },
  )
})

test('the best shift fits as many as any', () => {
  const shifts = fc.array(
    fc
      .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(20))
      .map(([least, width]) => ({ least, most: least + width })),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(shifts, some => {
      const fitting = (at: number) =>
        some.filter(({ least, most }) => least <= at && at <= most).length
      const best = bestShift(some)
      equal(fitting(best.least), best.fitting)
      equal(fitting(best.most), best.fitting)
      const all = Array.from({ length: 141 }, (_, index) => index - 60)
      equal(best.fitting, Math.max(...all.map(fitting)))
      const nearest = Math.min(...all.filter(at => fitting(at) === best.fitting).map(Math.abs))
      const near = best.least > 0 ? best.least : Math.max(0, -best.most)
      equal(near, nearest)
    }),
  )
})

const sentences: readonly (readonly [skew: Skew, sentence: string])[] = [
  [
    { kind: 'unknown', common: 1 },
    'its clock cannot be checked: 1 source that others saw at the same time tell nothing certain',
  ],
  [
    { kind: 'agrees', common: 7 },
    "its clock agrees with the others', by 7 sources that they saw too",
  ],
  [
    { kind: 'skewed', seconds: 7200, give: 600, common: 13, fitting: 12 },
    "its clock is about 2 h ahead of the others' (give or take 10 min), by 12 of 13 sources that they saw too; is its zone right?",
  ],
  [
    { kind: 'skewed', seconds: -5430, give: 30, common: 5, fitting: 5 },
    "its clock is about 1 h 31 min behind the others' (give or take 1 min), by 5 of 5 sources that they saw too; is its zone right?",
  ],
]
for (const [skew, sentence] of sentences) {
  test(`it is said: ${sentence}`, () => equal(saySkew(skew), sentence))
}
