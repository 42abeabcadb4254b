import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { areApart } from './are-apart.ts'
import { countParties } from './count-parties.ts'
import { independent } from './independent.ts'
import type { Word } from './word.ts'

const anyWord = fc.record(
  {
    points: fc.constantFrom(1.6, 3, 6.9, 0.8),
    parties: fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's', 't', 'u', 'v'), {
      minLength: 1,
      maxLength: 3,
    }),
  },
  { noNullPrototype: true },
)
const anyWords: fc.Arbitrary<readonly Word[]> = fc
  .array(anyWord, { maxLength: 10 })
  .map(words => words.map((word, index) => ({ ...word, submitter: `s${index}` })))

const pointsOf = (words: readonly Word[]) => words.reduce((sum, { points }) => sum + points, 0)
const near = (one: number, other: number) => ok(Math.abs(one - other) < 1e-9, `${one} ${other}`)

/** The most points by trying every choice. */
function mostPoints(words: readonly Word[]): number {
  let most = 0
  for (let choice = 0; choice < 2 ** words.length; choice++) {
    const chosen = words.filter((_, index) => (choice >> index) & 1)
    if (areApart(chosen)) most = Math.max(most, pointsOf(chosen))
  }
  return most
}

test('no two of the chosen share a party, and no choice weighs more', () => {
  fc.assert(
    fc.property(anyWords, words => {
      const chosen = independent(words)
      ok(areApart(chosen))
      ok(chosen.every(word => words.includes(word)))
      near(pointsOf(chosen), mostPoints(words))
    }),
    { numRuns: 500 },
  )
})

test('the order of words changes nothing', () => {
  fc.assert(
    fc.property(
      anyWords.chain(words =>
        fc.tuple(
          fc.constant(words),
          fc.shuffledSubarray([...words], { minLength: words.length, maxLength: words.length }),
        ),
      ),
      ([words, shuffled]) => {
        const named = (chosen: readonly Word[]) => chosen.map(({ submitter }) => submitter).sort()
        deepEqual(named(independent(shuffled)), named(independent(words)))
      },
    ),
  )
})

test('a word more never weighs less, and a party more never weighs more', () => {
  fc.assert(
    fc.property(anyWords, anyWord, (words, word) => {
      const before = pointsOf(independent(words))
      const more = [...words, { ...word, submitter: 'one more' }]
      ok(pointsOf(independent(more)) >= before - 1e-9)
      const entangled = words.map(each => ({ ...each, parties: [...each.parties, 'all'] }))
      ok(pointsOf(independent(entangled)) <= before + 1e-9)
    }),
  )
})

test('whoever holds some parties counts at most once for each of them', () => {
  fc.assert(
    fc.property(anyWords, words => {
      const held = ['p', 'q']
      const theirs = words.filter(({ parties }) => parties.some(party => held.includes(party)))
      ok(countParties(theirs) <= held.length)
    }),
  )
})

test('fifty mouths of one party are one', () => {
  const sybils = Array.from({ length: 50 }, (_, index) => ({
    submitter: `sybil ${index}`,
    points: 1.6,
    parties: ['as:64500', `batch:${index}`],
  }))
  equal(independent(sybils).length, 1)
  equal(countParties(sybils), 1)
  equal(countParties([...sybils, { submitter: 'other', points: 1.6, parties: ['as:64501'] }]), 2)
})

test('who bridges others on purpose does not make them one', () => {
  const honest = ['p', 'q', 'r'].map(party => ({ submitter: party, points: 1.6, parties: [party] }))
  const bridge = { submitter: 'bridge', points: 1.6, parties: ['p', 'q', 'r'] }
  deepEqual(
    independent([bridge, ...honest]).map(({ submitter }) => submitter),
    ['p', 'q', 'r'],
  )
})

test('words entangled on purpose take no long time, and the choice stays one of words apart', () => {
  const words = Array.from({ length: 3000 }, (_, index) => ({
    submitter: `s${index}`,
    points: 1 + (index % 7) / 10,
    parties: [`p${index}`, `p${(index * 7 + 1) % 3000}`, `p${(index * 13 + 5) % 3000}`],
  }))
  const chosen = independent(words)
  ok(areApart(chosen))
  ok(chosen.length > 300, `${chosen.length} chosen`)
})
