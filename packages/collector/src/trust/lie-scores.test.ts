import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { agreementScores } from './agreement-scores.ts'
import { drawnHosts, host } from './any-grounds.ts'
import { deviation } from './deviation.ts'
import { repeatedPairs } from './repeated-pairs.ts'
import type { ToldHost } from './report.ts'
import type { Standing } from './standing.ts'
import { tally } from './tally.ts'
import { thinScores } from './thin-scores.ts'
import { trustPolicy } from './trust-policy.ts'

const standing = (party: string, has: Standing['class'] = 'new'): Standing => ({
  class: has,
  parties: [party],
  limits: new Map(),
  lieScore: null,
})
const names = Array.from({ length: 60 }, (_, index) => `s${index}`)
const apart = new Map(names.map(name => [name, standing(name)]))

test('a share that is as usual deviates by nothing, and one like a known tail by its deviations', () => {
  equal(deviation(0.3, 0.3, 100), 0)
  ok(deviation(0.2, 0.3, 100) < 0)
  // Of 400 throws of a coin 240 heads are four standard deviations above the half.
  ok(Math.abs(deviation(0.6, 0.5, 400) - 4) < 0.05)
  // Three of three, where one of a hundred is usual, is as rare as one in a million.
  ok(deviation(1, 0.01, 3) > 4.7 && deviation(1, 0.01, 1) < 4)
})

test('it grows with the number up to a thousand, and with the share', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.98, noNaN: true }),
      fc.integer({ min: 1, max: 900 }),
      (usual, of) => {
        const higher = usual + (1 - usual) / 2
        ok(deviation(higher, usual, of + 1) > deviation(higher, usual, of))
        ok(deviation(1, usual, of) > deviation(higher, usual, of))
      },
    ),
  )
  equal(deviation(0.6, 0.5, 1000), deviation(0.6, 0.5, 1_000_000))
})

test('hosts are counted with those who told of them, and with their parties', () => {
  const two = new Map([
    ['a', standing('p')],
    ['b', standing('p')],
    ['c', standing('q')],
    ['d', standing('r')],
    ['e', standing('s', 'doubted')],
  ])
  const told = [
    host('203.0.113.1', ['a', 'b', 'e']),
    host('203.0.113.2', ['a', 'c']),
    host('203.0.113.3', ['a', 'c', 'd']),
  ]
  const tallies = tally(told, two, { ...trustPolicy, lies: { ...trustPolicy.lies, thin: [1, 2] } })
  equal(tallies.told, 7)
  deepEqual(tallies.bySubmitter.get('a'), { party: 'p', told: 3, thin: [1, 2] })
  deepEqual(tallies.bySubmitter.get('c'), { party: 'q', told: 2, thin: [0, 1] })
  equal(tallies.bySubmitter.has('e'), false)
  // Without p, the second host had one party and the third had two.
  deepEqual(tallies.byParty.get('p'), { told: 4, thin: [2, 3], lent: [1, 2] })
})

test('with few parties, or where all is thin, nothing can be said', () => {
  const score = (told: readonly ToldHost[]) =>
    thinScores(tally(told, apart, trustPolicy), trustPolicy.lies)
  equal(score(drawnHosts(names.slice(0, 19), 400, 5)), null)
  equal(score(drawnHosts(names, 400, 1)), null)
  ok(score(drawnHosts(names, 400, 3)))
})

test('many mouths of one party do not make lies usual', () => {
  const honest = drawnHosts(names.slice(0, 25), 400, 5)
  const mouths = Array.from({ length: 500 }, (_, index) => `mouth ${index}`)
  const standings = new Map([
    ...apart,
    ...mouths.map(name => [name, standing('as:64500')] as const),
  ])
  const lies = mouths.flatMap((name, index) =>
    [1, 2, 3, 4, 5, 6].map(one => host(`198.18.${index & 255}.${one + (index >> 8) * 6}`, [name])),
  )
  const scores = thinScores(tally([...honest, ...lies], standings, trustPolicy), trustPolicy.lies)!
  ok(mouths.every(name => scores.get(name)! > 4))
  ok(names.slice(0, 25).every(name => scores.get(name)! < 2))
})

test('those of a large party are not to blame that nobody of theirs bears them out', () => {
  // Half of all are of one party: what they tell of has fewer parties than what others tell of.
  const large = new Map(names.map((name, index) => [name, standing(index < 30 ? 'large' : name)]))
  const told = drawnHosts(names, 3000, 4)
  const tallies = tally(told, large, trustPolicy)
  const scores = thinScores(tallies, trustPolicy.lies)!
  const share = (name: string) =>
    tallies.bySubmitter.get(name)!.thin[0]! / tallies.bySubmitter.get(name)!.told
  ok(share('s0') > share('s40') + 0.03, 'the large party has thinner hosts')
  ok(names.every(name => scores.get(name)! < 4))
})

test('on how many hosts any two told is counted, but not of one party, nor with whom somebody vouches for', () => {
  const standings = new Map([
    ['c', standing('q')],
    ['a', standing('p')],
    ['b', standing('p')],
    ['v', standing('r', 'vetted')],
  ])
  const told = [
    host('203.0.113.1', ['a', 'b', 'c', 'v']),
    host('203.0.113.2', ['c', 'a']),
    host('203.0.113.3', ['c']),
  ]
  const { voices, pairs } = repeatedPairs(told, standings, trustPolicy)
  deepEqual(
    voices.map(({ submitter }) => submitter),
    ['a', 'b', 'c'],
  )
  deepEqual(
    [...pairs].map(({ one, other, times }) => [
      voices[one]?.submitter,
      voices[other]?.submitter,
      times,
    ]),
    [
      ['a', 'c', 2],
      ['b', 'c', 1],
    ],
  )
})

test('a host of which very many told counts with nobody', () => {
  const many = Array.from({ length: 65 }, (_, index) => `m${index}`)
  const standings = new Map(many.map(name => [name, standing(name)]))
  const pairs = (told: readonly string[]) => [
    ...repeatedPairs([host('203.0.113.1', told)], standings, trustPolicy).pairs,
  ]
  deepEqual(pairs(many), [])
  equal(pairs(many.slice(1)).length, (64 * 63) / 2)
})

test('those who agree on victims are found, and nobody else', () => {
  const honest = drawnHosts(names.slice(0, 50), 1500, 3)
  const gang = names.slice(50)
  const victims = Array.from({ length: 90 }, (_, index) =>
    host(
      `198.18.0.${index}`,
      [0, 1, 2].map(step => gang[(index * 3 + step) % gang.length]!),
    ),
  )
  const scores = agreementScores([...honest, ...victims], apart, trustPolicy)!
  ok(gang.every(name => scores.get(name)! > 4))
  ok(names.slice(0, 50).every(name => scores.get(name)! < 4))
})

test('a gang of one party is not found, for it counts as one anyhow', () => {
  const gang = names.slice(50)
  const standings = new Map([...apart, ...gang.map(name => [name, standing('one')] as const)])
  const victims = Array.from({ length: 90 }, (_, index) => host(`198.18.0.${index}`, gang))
  const scores = agreementScores(
    [...drawnHosts(names.slice(0, 50), 1500, 3), ...victims],
    standings,
    trustPolicy,
  )!
  ok(gang.every(name => !scores.has(name)))
})

test('two who meet a few times where others hardly meet are not found', () => {
  const few = [1, 2, 3].map(index => host(`198.18.0.${index}`, ['s0', 's1']))
  const scores = agreementScores([...few, ...drawnHosts(names, 40, 2)], apart, trustPolicy)!
  ok(scores.get('s0')! < 4)
})

test('a gang that tells more than all others together does not become what is usual', () => {
  const gang = names.slice(50)
  const victims = Array.from({ length: 3000 }, (_, index) =>
    host(
      `198.18.${index >> 8}.${index & 255}`,
      [0, 1, 2].map(step => gang[(index * 3 + step * (1 + (index % 3))) % gang.length]!),
    ),
  )
  const told = [...drawnHosts(names.slice(0, 50), 500, 3), ...victims]
  const scores = agreementScores(told, apart, trustPolicy)!
  ok(gang.every(name => scores.get(name)! > 4))
  ok(names.slice(0, 50).every(name => scores.get(name)! < 4))
})

test('what many tell alone does not make those suspicious who agree by chance', () => {
  const alone = names
    .slice(0, 25)
    .flatMap((name, liar) =>
      Array.from({ length: 200 }, (_, index) => host(`198.${18 + liar}.0.${index}`, [name])),
    )
  const unequal = names
    .slice(25)
    .flatMap((name, index) => Array.from({ length: 1 + (index % 8) ** 2 }, () => name))
  const told = drawnHosts(unequal, 400, 3)
  deepEqual(
    agreementScores([...told, ...alone], apart, trustPolicy),
    agreementScores(told, apart, trustPolicy),
  )
})

test('of few parties nobody can say whether they agree too often', () => {
  equal(agreementScores(drawnHosts(names.slice(0, 19), 100, 3), apart, trustPolicy), null)
})
