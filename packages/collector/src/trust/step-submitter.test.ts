import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Address, Instant } from '@redalert/core'
import fc from 'fast-check'
import { stepSubmitter, type SubmitterEvent } from './step-submitter.ts'
import { keptAddresses, type Submitter } from './submitter.ts'

const name = fc.constantFrom('a', 'b')
const address = fc.nat(255).map(last => `198.51.100.${last}` as Address)
const met: fc.Arbitrary<SubmitterEvent> = fc.record(
  {
    kind: fc.constant('met'),
    name,
    as: fc.constantFrom('key', 'mail'),
    at: fc.constantFrom('2001-07-19T00:00:00Z', '2001-07-20T00:00:00Z') as fc.Arbitrary<Instant>,
    batch: fc.constantFrom(null, 'x'),
  },
  { noNullPrototype: true },
)
const came: fc.Arbitrary<SubmitterEvent> = fc.record(
  {
    kind: fc.constant('came'),
    name,
    from: fc.option(address, { nil: null }),
    listens: fc.array(address, { maxLength: 3 }),
  },
  { noNullPrototype: true },
)
const said: fc.Arbitrary<SubmitterEvent> = fc.record(
  { kind: fc.constantFrom('vetted', 'unvetted', 'revoked', 'restored'), name },
  { noNullPrototype: true },
)
const events = fc.array(fc.oneof(met, came, said), { maxLength: 20 })

const nobody: ReadonlyMap<string, Submitter> = new Map()
const stepSubmitters = (known: ReadonlyMap<string, Submitter>, event: SubmitterEvent) => {
  const next = stepSubmitter(known.get(event.name), event)
  return next === undefined ? known : new Map(known).set(event.name, next)
}
const after = (all: readonly SubmitterEvent[], from = nobody) => all.reduce(stepSubmitters, from)

test('what happens again changes nothing', () => {
  fc.assert(
    fc.property(events, fc.oneof(met, came, said), (before, event) => {
      const once = stepSubmitters(after(before), event)
      deepEqual(stepSubmitters(once, event), once)
    }),
  )
})

test('where submissions come from, and when, is the same in any order', () => {
  fc.assert(
    fc.property(
      fc.array(came, { maxLength: 90 }),
      fc.array(met, { maxLength: 5 }),
      (visits, meetings) => {
        const known = after([
          { kind: 'met', name: 'a', as: 'key', at: '2001-07-21T00:00:00Z' as Instant, batch: null },
        ])
        deepEqual(after(visits.toReversed(), known), after(visits, known))
        deepEqual(after(meetings.toReversed(), known).get('a'), after(meetings, known).get('a'))
      },
    ),
  )
})

test('whoever is unknown stays so until they are met', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(came, said)), all => {
      equal(after(all), nobody)
    }),
  )
})

test('whoever is met again stays who they were, since the first time', () => {
  const first: SubmitterEvent = {
    kind: 'met',
    name: 'a',
    as: 'key',
    at: '2001-07-20T00:00:00Z' as Instant,
    batch: 'x',
  }
  const again: SubmitterEvent = {
    ...first,
    as: 'own',
    batch: 'y',
    at: '2001-07-19T00:00:00Z' as Instant,
  }
  deepEqual(after([first, { kind: 'vetted', name: 'a' }, again]).get('a'), {
    name: 'a',
    kind: 'key',
    since: '2001-07-19T00:00:00Z',
    batch: 'x',
    vetted: true,
    revoked: false,
    sentFrom: [],
    listens: [],
  })
})

test('vouching and revoking can be taken back', () => {
  const start = after([
    { kind: 'met', name: 'a', as: 'key', at: '2001-07-19T00:00:00Z' as Instant, batch: null },
  ])
  for (const [done, undone, field] of [
    ['vetted', 'unvetted', 'vetted'],
    ['revoked', 'restored', 'revoked'],
  ] as const) {
    const then = stepSubmitters(start, { kind: done, name: 'a' })
    equal(then.get('a')?.[field], true)
    deepEqual(stepSubmitters(then, { kind: undone, name: 'a' }), start)
  }
})

test('a submitter stays small', () => {
  const visits = Array.from({ length: 200 }, (_, index): SubmitterEvent => {
    const from = `198.51.${index}.1` as Address
    return { kind: 'came', name: 'a', from, listens: [from] }
  })
  const start = after([
    { kind: 'met', name: 'a', as: 'key', at: '2001-07-19T00:00:00Z' as Instant, batch: null },
  ])
  const kept = after(visits, start).get('a')!
  equal(kept.sentFrom.length, keptAddresses)
  equal(kept.listens.length, keptAddresses)
})
