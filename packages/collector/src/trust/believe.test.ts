import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '@redalert/core'
import fc from 'fast-check'
import {
  addressIn,
  anySubmitters,
  anyTold,
  drawnHosts,
  host,
  now,
  submitter,
  table,
} from './any-grounds.ts'
import { believe, type Belief, type Grounds } from './believe.ts'
import type { Submitter } from './submitter.ts'
import { trustPolicy } from './trust-policy.ts'

const grounds = (given: Partial<Grounds>): Grounds => ({
  submitters: [],
  told: [],
  past: [],
  table,
  now,
  ...given,
})
/** With so few of everything every rule of the table has its say. */
const small = {
  ...trustPolicy,
  newHostsPerDay: { vetted: 5, established: 4, new: 3 },
  history: { days: 1, hosts: 1 },
  lies: { thin: [2, 3], score: 1, parties: 3 },
}
const sources = ({ decisions }: Belief) => decisions.map(({ source, may }) => [source, may])

test('whoever is revoked never spoke', () => {
  fc.assert(
    fc.property(anySubmitters, anyTold, fc.nat(7), (submitters, told, index) => {
      const gone = submitters[index]!.name
      const revoked = submitters.map(each => ({ ...each, revoked: each.name === gone }))
      const others = submitters.filter(({ name }) => name !== gone)
      const silent = told
        .map(each => ({
          ...each,
          reports: each.reports.filter(({ submitter }) => submitter !== gone),
        }))
        .filter(({ reports }) => reports.length > 0)
      deepEqual(
        believe(grounds({ submitters: revoked, told, past: told }), small),
        believe(grounds({ submitters: others, told: silent, past: silent }), small),
      )
    }),
    { numRuns: 300 },
  )
})

test('believing again, and in another order, gives the same', () => {
  fc.assert(
    fc.property(anySubmitters, anyTold, (submitters, told) => {
      const all = grounds({ submitters, told, past: told })
      const once = believe(all, small)
      deepEqual(believe(all, small), once)
      const turned = believe(
        grounds({
          submitters: submitters.toReversed(),
          told: told.toReversed().map(each => ({ ...each, reports: each.reports.toReversed() })),
          past: told.toReversed(),
        }),
        small,
      )
      deepEqual(turned.decisions.toReversed(), once.decisions)
      deepEqual(Object.fromEntries(turned.standings), Object.fromEntries(once.standings))
    }),
  )
})

test('who is not known counts nothing, and what only they told of is not decided', () => {
  const { decisions, standings } = believe(
    grounds({ submitters: [submitter('a')], told: [host('203.0.113.1', ['x', 'y'])] }),
    trustPolicy,
  )
  deepEqual(decisions, [])
  deepEqual([...standings.keys()], ['a'])
})

test('fifty Sybils behind one AS count as one', () => {
  const sybils = Array.from({ length: 50 }, (_, index) =>
    submitter(`sybil ${index}`, { sentFrom: [addressIn(7, index)] }),
  )
  const names = sybils.map(({ name }) => name)
  const told = [host('203.0.113.1', names), host('203.0.113.2', [...names, 'other'])]
  const other = submitter('other', { sentFrom: [addressIn(8)] })
  const { decisions } = believe(grounds({ submitters: [...sybils, other], told }), trustPolicy)
  deepEqual(
    decisions.map(({ parties, points, may }) => ({ parties, points, may })),
    [
      { parties: 1, points: 1.6, may: null },
      { parties: 2, points: 3.2, may: 'ask' },
    ],
  )
})

test('so do fifty keys of one batch, and fifty addresses of one free-mail provider', () => {
  const batch = Array.from({ length: 50 }, (_, index) =>
    submitter(`key ${index}`, { batch: 'class', sentFrom: [addressIn(index)] }),
  )
  const mail = Array.from({ length: 50 }, (_, index) =>
    submitter(`mailto:x${index}@gmail.com`, { kind: 'mail', sentFrom: [addressIn(index)] }),
  )
  for (const many of [batch, mail]) {
    const told = [
      host(
        '203.0.113.1',
        many.map(({ name }) => name),
      ),
    ]
    const [decision] = believe(grounds({ submitters: many, told }), trustPolicy).decisions
    deepEqual([decision?.parties, decision?.may], [1, null])
  }
})

const early = '2001-07-01T00:00:00Z' as Instant
const crowd = Array.from({ length: 7 }, (_, index) =>
  submitter(`c${index}`, { sentFrom: [addressIn(20 + index)] }),
)
const crowded = (count: number, names: readonly string[]) =>
  Array.from({ length: count }, (_, index) => host(`203.0.113.${index}`, names))
const six = crowd.slice(0, 6).map(({ name }) => name)

const classOf = (who: Submitter, past: Grounds['past']) =>
  believe(grounds({ submitters: [...crowd, who], past }), trustPolicy).standings.get(who.name)
    ?.class

test('whom others bore out often, and for long, is established', () => {
  const who = submitter('who', { since: early, sentFrom: [addressIn(1)] })
  const past = crowded(20, [...six, 'who'])
  equal(classOf(who, past), 'established')
  equal(classOf(who, past.slice(1)), 'new')
  equal(classOf({ ...who, since: '2001-07-07T00:00:01Z' as Instant }, past), 'new')
  equal(classOf({ ...who, since: '2001-07-07T00:00:00Z' as Instant }, past), 'established')
})

test('what bears somebody out is the words of others, enough to escalate without theirs', () => {
  const who = submitter('who', { since: early, sentFrom: [addressIn(1)] })
  equal(classOf(who, crowded(20, [...six.slice(1), 'who'])), 'new')
  const sybil = { ...who, sentFrom: [addressIn(20)] }
  equal(classOf(sybil, crowded(20, [...six, 'who'])), 'established')
  equal(classOf({ ...who, kind: 'anonymous' }, crowded(20, [...six, 'who'])), 'anonymous')
})

test('who shares a party with one who bears out does not count beside them', () => {
  // Without these words those of the sharer remain, whichever of the two is chosen.
  for (const name of ['a', 'z']) {
    const who = submitter(name, { since: early, sentFrom: [addressIn(20)] })
    equal(classOf(who, crowded(20, [...six, name])), 'established')
    equal(classOf(who, crowded(20, [...six.slice(1), name])), 'new')
  }
})

test('just as many points as escalating needs bear somebody out', () => {
  const who = submitter('who', { since: early, sentFrom: [addressIn(1)] })
  const others = [
    submitter('v', { vetted: true, sentFrom: [addressIn(30)] }),
    submitter('w', { vetted: true, sentFrom: [addressIn(31)] }),
  ]
  const policy = {
    ...trustPolicy,
    needed: { ...trustPolicy.needed, escalate: { ...trustPolicy.needed.escalate, points: 13.8 } },
  }
  const past = crowded(20, ['v', 'w', 'who'])
  const all = grounds({ submitters: [who, ...others], past })
  equal(believe(all, policy).standings.get('who')?.class, 'established')
})

test('without a past nobody has a history', () => {
  const who = submitter('who', { since: early })
  const policy = { ...trustPolicy, history: { days: 0, hosts: 1 } }
  equal(believe(grounds({ submitters: [who] }), policy).standings.get('who')?.class, 'new')
})

test('a mail address with a history leaves its provider', () => {
  const who = submitter('mailto:who@gmail.com', { kind: 'mail', since: early })
  const neighbour = submitter('mailto:neighbour@gmail.com', { kind: 'mail' })
  const told = [host('203.0.113.1', [who.name, neighbour.name])]
  const parties = (past: Grounds['past']) =>
    believe(grounds({ submitters: [...crowd, who, neighbour], told, past }), trustPolicy)
      .decisions[0]?.parties
  equal(parties([]), 1)
  equal(parties(crowded(20, [...six, who.name])), 2)
})

test('the operator vouches for whom they like, and doubts nobody that they vouch for', () => {
  const who = submitter('who', { vetted: true, sentFrom: [addressIn(1)] })
  equal(classOf(who, []), 'vetted')
})

/** Thirty who all see the same hosts, and some more. */
const fleet = Array.from({ length: 30 }, (_, index) =>
  submitter(`f${index}`, { sentFrom: [addressIn(100 + index)] }),
)
const shared = Array.from({ length: 30 }, (_, index) =>
  host(
    `203.0.113.${index}`,
    [0, 1, 2, 3, 5, 8, 13, 21, 27].map(step => `f${(index + step) % 30}`),
  ),
)
const alone = (count: number, who: string) =>
  Array.from({ length: count }, (_, index) => host(`198.18.0.${index}`, [who]))

test('whoever tells of what nobody else sees is doubted, unless the operator vouches', () => {
  const liar = submitter('liar', { sentFrom: [addressIn(1)] })
  const told = [...shared, ...alone(30, 'liar')]
  for (const [who, has] of [
    [liar, 'doubted'],
    [{ ...liar, vetted: true }, 'vetted'],
    [{ ...liar, kind: 'own' }, 'own'],
  ] as const) {
    const { standings } = believe(grounds({ submitters: [...fleet, who], told }), trustPolicy)
    equal(standings.get('liar')?.class, has)
    ok(standings.get('liar')!.lieScore! > 4)
    deepEqual(
      fleet.filter(({ name }) => standings.get(name)?.class !== 'new'),
      [],
    )
  }
})

test('a gang is doubted, and not those who look bad only beside it', () => {
  const named = (count: number, who: string, network: number) =>
    Array.from({ length: count }, (_, index) =>
      submitter(`${who}${index}`, { sentFrom: [addressIn(network + index)] }),
    )
  const honest = named(100, 'h', 300)
  const gang = named(30, 'g', 600)
  const told = [
    ...drawnHosts(
      honest.map(({ name }) => name),
      100,
      2,
    ),
    ...drawnHosts(
      gang.map(({ name }) => name),
      2500,
      3,
    ).map(each => ({ ...each, source: each.source.replace('203.', '198.') as typeof each.source })),
  ]
  const { standings } = believe(grounds({ submitters: [...honest, ...gang], told }), trustPolicy)
  const doubted = [...standings].filter(([, each]) => each.class === 'doubted')
  deepEqual(doubted.map(([name]) => name).sort(), gang.map(({ name }) => name).sort())
})

test('what a doubted one told counts for nobody', () => {
  const liars = [1, 2].map(index => submitter(`liar ${index}`, { sentFrom: [addressIn(index)] }))
  const framed = host('198.18.1.1', ['liar 1', 'liar 2'])
  const told = [...shared, ...alone(30, 'liar 1'), framed]
  const may = (all: readonly Submitter[], hosts: typeof told) =>
    new Map<string, unknown>(
      sources(believe(grounds({ submitters: all, told: hosts }), trustPolicy)) as never,
    ).get(framed.source)
  equal(may([...fleet, ...liars], told), null)
  equal(may([...fleet, ...liars], [...shared, framed]), 'ask')
})

test('more than the quota of a day counts for nobody', () => {
  const who = ['a', 'b'].map((name, index) => submitter(name, { sentFrom: [addressIn(index)] }))
  const told = Array.from({ length: 5 }, (_, index) => host(`203.0.113.${index}`, ['a', 'b']))
  const policy = {
    ...trustPolicy,
    newHostsPerDay: { vetted: 5, established: 4, new: 3 },
    history: { days: 14, hosts: 3 },
  }
  const asked = (submitters: readonly Submitter[]) =>
    believe(grounds({ submitters, told }), policy).decisions.filter(({ may }) => may !== null)
  equal(asked(who).length, 3)
  equal(asked(who.map(each => ({ ...each, vetted: true }))).length, 5)
  const old = who.map(each => ({ ...each, since: early }))
  const past = crowded(20, [...six, 'a', 'b'])
  const { decisions } = believe(grounds({ submitters: [...crowd, ...old], told, past }), policy)
  equal(decisions.filter(({ may }) => may !== null).length, 4)
  equal(asked(who.map(each => ({ ...each, kind: 'own' }))).length, 5)
})

test('whom a history made established is doubted as anybody is', () => {
  const liar = submitter('liar', { since: early, sentFrom: [addressIn(1)] })
  const past = crowded(20, [...six, 'liar'])
  const doubts = (told: Grounds['told']) =>
    believe(
      grounds({ submitters: [...crowd, ...fleet, liar], told, past }),
      trustPolicy,
    ).standings.get('liar')?.class
  equal(doubts(shared), 'established')
  equal(doubts([...shared, ...alone(30, 'liar')]), 'doubted')
})

test('a small liar is not hidden by a large one', () => {
  const liars = ['large', 'small'].map((name, index) =>
    submitter(name, { sentFrom: [addressIn(index)] }),
  )
  const small = Array.from({ length: 8 }, (_, index) => host(`198.19.0.${index}`, ['small']))
  const told = [...shared, ...alone(250, 'large'), ...small]
  const { standings } = believe(grounds({ submitters: [...fleet, ...liars], told }), trustPolicy)
  const [large, other] = ['large', 'small'].map(name => standings.get(name)!)
  deepEqual([large!.class, other!.class], ['doubted', 'doubted'])
  ok(other!.lieScore! < large!.lieScore! / 2, 'one look would have doubted the large one only')
})
