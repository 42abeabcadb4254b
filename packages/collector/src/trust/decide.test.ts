import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { atLeast, type Grade } from '@redalert/core'
import fc from 'fast-check'
import { because } from './because.ts'
import { type Consequence, consequences } from './consequence.ts'
import { decide } from './decide.ts'
import type { Report, ToldHost } from './report.ts'
import type { Standing } from './standing.ts'
import { type TrustClass, trustClasses } from './trust-class.ts'
import { trustPolicy } from './trust-policy.ts'

/** Submitters who are called after their class, each a party of its own: `new 1`. */
type Told = readonly (readonly [who: string, grade?: Grade | undefined])[]

function hostOf(told: Told): ToldHost {
  const at = '2001-07-19T12:00:00Z' as Report['first']
  return {
    source: '203.0.113.1' as ToldHost['source'],
    family: 'codered-n',
    reports: told.map(([submitter, grade = 'infected']) => ({
      submitter,
      grade,
      first: at,
      last: at,
    })),
  }
}

function standingsOf(told: Told): ReadonlyMap<string, Standing> {
  return new Map(
    told.map(([who]): [string, Standing] => [
      who,
      {
        class: who.split(' ')[0] as TrustClass,
        parties: [who.startsWith('own') ? 'own' : who],
        limits: new Map(),
        lieScore: null,
      },
    ]),
  )
}

const decideOn = (told: Told) => decide(hostOf(told), standingsOf(told), trustPolicy)
const some = (count: number, who: string, grade?: Grade): Told =>
  Array.from({ length: count }, (_, index) => [`${who} ${index}`, grade] as const)

const table: readonly (readonly [what: string, told: Told, may: Consequence | null])[] = [
  ['nobody', [], null],
  ['one who is new', some(1, 'new'), null],
  ['two who are new', some(2, 'new'), 'ask'],
  ['four who are new', some(4, 'new'), 'ask'],
  ['five who are new', some(5, 'new'), 'assert'],
  ['six who are new', some(6, 'new'), 'escalate'],
  ['an established one alone', some(1, 'established'), null],
  ['an established one and a new one', [...some(1, 'established'), ...some(1, 'new')], 'ask'],
  ['three established ones', some(3, 'established'), 'assert'],
  ['four established ones', some(4, 'established'), 'escalate'],
  ['a vetted one alone', some(1, 'vetted'), null],
  ['a vetted one and a new one', [...some(1, 'vetted'), ...some(1, 'new')], 'assert'],
  [
    'a vetted and an established one',
    [...some(1, 'vetted'), ...some(1, 'established')],
    'escalate',
  ],
  ['a hundred anonymous ones', some(100, 'anonymous'), null],
  ['an anonymous one beside a new one', [...some(1, 'new'), ...some(1, 'anonymous')], null],
  ['an anonymous one beside a vetted one', [...some(1, 'vetted'), ...some(1, 'anonymous')], null],
  ['a hundred doubted ones', some(100, 'doubted'), null],
  ['an own sensor alone', some(1, 'own'), 'assert'],
  ['a hundred own sensors', some(100, 'own'), 'assert'],
  [
    'an own sensor and an established one',
    [...some(1, 'own'), ...some(1, 'established')],
    'escalate',
  ],
  ['an own sensor that is likely', some(1, 'own', 'likely'), null],
  ['an own sensor that saw a path', some(1, 'own', 'probe'), null],
  [
    'an own sensor with a path and a new one with all',
    [...some(1, 'own', 'probe'), ...some(1, 'new')],
    null,
  ],
  ['two new ones that are likely', some(2, 'new', 'likely'), null],
  ['three new ones that are likely', some(3, 'new', 'likely'), 'ask'],
  ['a hundred new ones that are likely', some(100, 'new', 'likely'), 'ask'],
  ['a hundred who saw a path', some(100, 'new', 'probe'), null],
  [
    'one with the worm and many with a path',
    [...some(1, 'new'), ...some(100, 'new', 'probe')].map(named),
    null,
  ],
  [
    'two with the worm and many with a path',
    [...some(2, 'new'), ...some(100, 'new', 'probe')].map(named),
    'escalate',
  ],
  [
    'one with the worm and many that are likely',
    [...some(1, 'new'), ...some(100, 'new', 'likely')].map(named),
    'ask',
  ],
]

function named([who, grade]: Told[number], index: number): Told[number] {
  return [`${who.split(' ')[0]} ${index}`, grade]
}

for (const [what, told, may] of table) {
  test(`${what}: ${may ?? 'stays in the house'}`, () => equal(decideOn(told).may, may))
}

test('nobody known is nobody, and a word beyond the quota is none', () => {
  const told = some(2, 'new')
  equal(decide(hostOf(told), new Map(), trustPolicy).points, 0)
  const limited = new Map(
    [...standingsOf(told)].map(([name, standing]) => [
      name,
      { ...standing, limits: new Map([['2001-07-19', '2001-07-19T11:59:59Z']]) },
    ]),
  )
  deepEqual(
    { ...decide(hostOf(told), limited, trustPolicy), source: '', family: '' },
    { source: '', family: '', may: null, points: 0, parties: 0, seenByOwn: false, counted: [] },
  )
})

test('evidence that weighs nothing makes no party', () => {
  const strict = { ...trustPolicy, evidence: { ...trustPolicy.evidence, probe: 0 } }
  const told = some(2, 'new', 'probe')
  equal(decide(hostOf(told), standingsOf(told), strict).parties, 0)
})

test('it names whose words were added up', () => {
  deepEqual(decideOn([['new b'], ['doubted c'], ['new a']]).counted, ['new a', 'new b'])
})

test('evidence lowers a word and never raises it, whatever the table says', () => {
  const generous = { ...trustPolicy, evidence: { infected: 5, likely: 5, probe: 5 } }
  const told = some(2, 'new')
  equal(decide(hostOf(told), standingsOf(told), generous).points, 3.2)
})

const anyOne = fc.tuple(
  fc.constantFrom(...trustClasses),
  fc.constantFrom<Grade>('infected', 'likely', 'probe'),
)
const anyTold: fc.Arbitrary<Told> = fc
  .array(anyOne, { maxLength: 8 })
  .map(all => all.map(([who, grade], index) => [`${who} ${index}`, grade] as const))
const rank = (may: Consequence | null) => (may === null ? -1 : consequences.indexOf(may))

test('one more who tells never makes it less', () => {
  fc.assert(
    fc.property(anyTold, anyOne, (told, [who, grade]) => {
      const more = decideOn([...told, [`${who} more`, grade]])
      ok(rank(more.may) >= rank(decideOn(told).may))
      ok(more.points >= decideOn(told).points - 1e-9)
    }),
  )
})

test('less evidence, or less trust, never makes it more', () => {
  fc.assert(
    fc.property(anyTold, fc.nat(7), (told, at) => {
      const lesser = told.map(
        ([who], index) => [who, index === at ? 'probe' : told[index]![1]] as const,
      )
      ok(rank(decideOn(lesser).may) <= rank(decideOn(told).may))
      const doubted = told.map(([who, grade], index) =>
        index === at ? ([who.replace(/^\w+/, 'doubted'), grade] as const) : ([who, grade] as const),
      )
      ok(rank(decideOn(doubted).may) <= rank(decideOn(told).may))
    }),
  )
})

test('the order in which they told changes nothing', () => {
  fc.assert(fc.property(anyTold, told => deepEqual(decideOn(told.toReversed()), decideOn(told))))
})

test('nothing leaves the house without an own sensor or two parties that prove something', () => {
  fc.assert(
    fc.property(anyTold, told => {
      const { may, seenByOwn } = decideOn(told)
      if (may === null || seenByOwn) return
      const least = may === 'ask' ? 'likely' : 'infected'
      const proving = told.filter(
        ([who, grade = 'infected']) => !/^(?:doubted|anonymous)/.test(who) && atLeast(grade, least),
      )
      const parties = new Set(proving.map(([who]) => (who.startsWith('own') ? 'own' : who)))
      ok(parties.size >= 2)
    }),
  )
})

const sentences: readonly (readonly [told: Told, sentence: string])[] = [
  [
    some(1, 'new'),
    '1 party told of it, 1.6 points; asking the owner needs 3.2 points, and 2 parties that prove it likely',
  ],
  [
    some(1, 'own'),
    '1 party told of it, 6.9 points; an own sensor saw it; going beyond the owner needs 9.2 points, and 2 parties that prove it infected',
  ],
  [
    some(2, 'new'),
    '2 parties told of it, 3.2 points; stating it needs 6.9 points, and 2 parties that prove it infected',
  ],
  [some(6, 'new'), '6 parties told of it, 9.6 points'],
]
for (const [told, sentence] of sentences) {
  test(`it says why: ${sentence}`, () => equal(because(decideOn(told), trustPolicy), sentence))
}
