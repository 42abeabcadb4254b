import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Instant, instantOfSeconds, secondsOf, type Source } from '@redalert/core'
import { anyHostEvent, at } from '../book/any-event.ts'
import type { HostHappening } from './host-event.ts'
import { type HostLife, lifeStates } from './host-life.ts'
import { lifeLimits } from './life-limits.ts'
import { stepLife } from './step-life.ts'

const of = { source: '192.0.2.7' as Source, family: 'codered-x' }
const events = fc.array(anyHostEvent)
const day = 24

type Step = readonly [hours: number, happening: HostHappening]

function after(...steps: readonly Step[]): HostLife {
  return steps.reduce<HostLife | undefined>(
    (now, [hours, happening]) => stepLife(now, { ...of, at: at(hours), ...happening }, lifeLimits),
    undefined,
  )!
}
/** Came in at one time, was last seen in the logs at another. */
const seen = (came: number, last = came, may: HostLife['may'] = 'escalate'): Step => [
  came,
  { kind: 'seen', first: at(0), last: at(last), grade: 'infected', may },
]
const told = (hours: number): Step => [
  hours,
  { kind: 'told', rung: 'owner', contact: 'abuse@example.org' },
]
const claimed = (hours: number, what: 'cleaned' | 'patched' = 'cleaned'): Step => [
  hours,
  { kind: 'claimed', what },
]
const simple = (
  hours: number,
  kind:
    | 'gone-quiet'
    | 'presumed-fixed'
    | 'not-silent'
    | 'reinstated'
    | 'disputed'
    | 'expired'
    | 'readmitted',
): Step => [hours, { kind }]
const restated = (came: number, last: number, may: HostLife['may'] = 'escalate'): Step => [
  came,
  { kind: 'restated', first: at(0), last: at(last), grade: 'infected', may },
]
const silent = (
  hours: number,
  kind: 'gone-quiet' | 'presumed-fixed' | 'out-of-sight',
  chance = 0.95,
): Step => [hours, { kind, chance }]

const ways: readonly (readonly [sentence: string, state: string, steps: readonly Step[]])[] = [
  ['what one told of is suspected', 'suspected', [seen(1, 1, null)]],
  ['what enough told of is confirmed', 'confirmed', [seen(1, 1, null), seen(2)]],
  ['who is not believed any more confirms nothing', 'suspected', [seen(1), seen(2, 2, null)]],
  ['a letter makes it told', 'told', [seen(1), told(3)]],
  ['lines of the two days after a letter change nothing', 'told', [seen(1), told(3), seen(60, 50)]],
  ['later lines show that it goes on', 'active-after-notice', [seen(1), told(3), seen(60, 52)]],
  ['late lines of before the letter change nothing', 'told', [seen(1), told(3), seen(90 * day, 2)]],
  ['an owner says it is clean', 'claimed-cleaned', [seen(1), told(3), claimed(9)]],
  [
    'who cleaned may patch later',
    'claimed-patched',
    [seen(1), told(3), claimed(9), claimed(10, 'patched')],
  ],
  [
    'who patched has also cleaned',
    'claimed-patched',
    [seen(1), told(3), claimed(9, 'patched'), claimed(10)],
  ],
  [
    'clocks differ: lines just after a claim change nothing',
    'claimed-cleaned',
    [seen(1), told(3), claimed(9), seen(20, 15)],
  ],
  [
    'a claim that new lines belie is a relapse',
    'relapsed',
    [seen(1), told(3), claimed(9), seen(20, 16)],
  ],
  ['it falls silent', 'quiet', [seen(1), told(3), simple(day * 20, 'gone-quiet')]],
  [
    'late lines of before the silence change nothing',
    'quiet',
    [seen(1), told(3), simple(day * 20, 'gone-quiet'), seen(day * 40, day * 10)],
  ],
  [
    'it speaks again',
    'active-after-notice',
    [seen(1), told(3), simple(day * 20, 'gone-quiet'), seen(day * 21)],
  ],
  [
    'it is fixed, as far as one can know',
    'fixed',
    [seen(1), told(3), simple(99, 'presumed-fixed')],
  ],
  [
    'what was fixed comes back',
    'relapsed',
    [seen(1), told(3), simple(99, 'presumed-fixed'), seen(200)],
  ],
  [
    'what comes back after a month may be another machine',
    'confirmed',
    [seen(1), told(3), simple(99, 'presumed-fixed'), seen(day * 40)],
  ],
  [
    'whoever listens hears too little',
    'unknowable',
    [seen(1), told(3), silent(99, 'out-of-sight')],
  ],
  [
    'then more can be said',
    'quiet',
    [seen(1), told(3), silent(99, 'out-of-sight'), silent(200, 'gone-quiet')],
  ],
  [
    'nothing can be known, and it speaks',
    'active-after-notice',
    [seen(1), told(3), silent(99, 'out-of-sight'), seen(100)],
  ],
  [
    'nothing can be known, and somebody else is told',
    'told',
    [seen(1), told(3), silent(99, 'out-of-sight'), told(200)],
  ],
  [
    'an owner who claims something is believed for now, quiet or not',
    'claimed-patched',
    [seen(1), told(3), claimed(9, 'patched'), silent(99, 'gone-quiet'), silent(99, 'out-of-sight')],
  ],
  [
    'until it is fixed, as far as one can know',
    'fixed',
    [seen(1), told(3), claimed(9), silent(99, 'presumed-fixed')],
  ],
  [
    'what nobody was told of is not fixed',
    'confirmed',
    [seen(1), silent(99, 'presumed-fixed'), silent(99, 'out-of-sight')],
  ],
  [
    'lines that come late end a silence that was none',
    'active-after-notice',
    [
      seen(1),
      told(3),
      silent(day * 20, 'gone-quiet'),
      silent(day * 22, 'presumed-fixed'),
      seen(day * 23, day * 10),
      simple(day * 23, 'not-silent'),
    ],
  ],
  [
    'late lines of before the letter end it too, and show nothing more',
    'told',
    [
      seen(1),
      told(day),
      silent(day * 20, 'presumed-fixed'),
      seen(day * 21, day * 2),
      simple(day * 21, 'not-silent'),
    ],
  ],
  [
    'late lines from after a claim belie it',
    'relapsed',
    [
      seen(1),
      told(3),
      claimed(day),
      silent(day * 20, 'presumed-fixed'),
      seen(day * 21, day * 2),
      simple(day * 21, 'not-silent'),
    ],
  ],
  [
    'a silence that no line broke goes on',
    'fixed',
    [seen(1), told(3), silent(day * 20, 'presumed-fixed'), simple(day * 21, 'not-silent')],
  ],
  [
    'a dispute breaks a silence off and does not end it',
    'told',
    [
      seen(1),
      told(day),
      silent(day * 20, 'gone-quiet'),
      simple(day * 21, 'disputed'),
      [day * 22, { kind: 'dispute-settled', evidence: 'stands' }],
      seen(day * 23, day * 2),
      simple(day * 23, 'not-silent'),
    ],
  ],
  [
    'what only those showed who are believed no more is not so any more',
    'told',
    [seen(1), told(3), seen(60, 52), restated(70, 50)],
  ],
  [
    'what others showed is so still',
    'active-after-notice',
    [seen(1), told(3), seen(60, 55), restated(70, 52)],
  ],
  ['of what is not told nothing is left', 'suspected', [seen(1), restated(70, 1, null)]],
  [
    'those who told of it are believed again',
    'told',
    [
      seen(1),
      told(3),
      restated(9, 1, null),
      [9, { kind: 'excluded', because: 'withdrawn' }],
      restated(10, 1),
      simple(10, 'reinstated'),
    ],
  ],
  ['nobody is told what is old', 'expired', [seen(1), simple(day * 31, 'expired')]],
  ['what is not old does not expire', 'confirmed', [seen(1), simple(day * 29, 'expired')]],
  [
    'what somebody was told does not expire',
    'told',
    [seen(1), told(3), simple(day * 99, 'expired')],
  ],
  [
    'late old lines do not make it fresh',
    'expired',
    [seen(1), simple(day * 31, 'expired'), seen(day * 60, day * 20)],
  ],
  ['fresh lines do', 'confirmed', [seen(1), simple(day * 31, 'expired'), seen(day * 60, day * 59)]],
  ['somebody says that we are wrong', 'disputed', [seen(1), told(3), simple(5, 'disputed')]],
  [
    'while that is open nothing else counts',
    'disputed',
    [seen(1), told(3), simple(5, 'disputed'), seen(99), simple(100, 'presumed-fixed')],
  ],
  [
    'the evidence stands, and all goes on where it was',
    'told',
    [seen(1), told(3), simple(5, 'disputed'), [9, { kind: 'dispute-settled', evidence: 'stands' }]],
  ],
  [
    'the evidence falls',
    'excluded',
    [seen(1), told(3), simple(5, 'disputed'), [9, { kind: 'dispute-settled', evidence: 'falls' }]],
  ],
  [
    'what is excluded stays so',
    'excluded',
    [seen(1), [2, { kind: 'excluded', because: 'never' }], seen(3), told(4), claimed(5)],
  ],
  [
    'but for a person who takes it back',
    'confirmed',
    [seen(1), [2, { kind: 'excluded', because: 'never' }], simple(9, 'readmitted')],
  ],
]
for (const [sentence, state, steps] of ways)
  test(`${sentence}: ${state}`, () => equal(after(...steps).state, state))

test('every state is reached by some way', () => {
  deepEqual([...new Set(ways.map(([, state]) => state))].toSorted(), [...lifeStates].toSorted())
})

test('a relapse opens a round in which the owner was told once and nobody else was', () => {
  const relapsed = after(
    seen(1),
    told(3),
    [99, { kind: 'told', rung: 'above', contact: 'noc@example.net' }],
    claimed(100),
    seen(200),
  )
  equal(relapsed.round, 2)
  deepEqual(relapsed.told, {
    owner: { at: at(3), contact: 'abuse@example.org', times: 1, before: [] },
  })
})

test('another machine behind the address starts anew', () => {
  const {
    tenancy,
    told: all,
    round,
    first,
  } = after(seen(1), told(3), simple(99, 'presumed-fixed'), seen(day * 40))
  deepEqual([tenancy, all, round, first], [2, {}, 1, at(day * 40)])
})

test('what happens twice at one moment happens once', () => {
  fc.assert(
    fc.property(events, anyHostEvent, (before, event) => {
      const start = before.reduce<HostLife | undefined>(
        (now, each) => stepLife(now, each, lifeLimits),
        undefined,
      )
      const once = stepLife(start, event, lifeLimits)
      deepEqual(stepLife(once, event, lifeLimits), once)
    }),
  )
})

test('first and last are those of all log lines, in whatever order they come', () => {
  const anySights = fc.array(
    anyHostEvent.filter(({ kind }) => kind === 'seen'),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(anySights, sights => {
      const times = sights.map(
        event => event as typeof event & { readonly first: Instant; readonly last: Instant },
      )
      const host = sights.reduce<HostLife | undefined>(
        (now, event) => stepLife(now, event, lifeLimits),
        undefined,
      )
      equal(host?.first, times.map(({ first }) => first).toSorted()[0])
      equal(
        host?.last,
        times
          .map(({ last }) => last)
          .toSorted()
          .at(-1),
      )
    }),
  )
})

test('when lines come changes nothing: older ones than all that is known never change a state', () => {
  fc.assert(
    fc.property(events, anyHostEvent, fc.nat(5000), fc.nat(5000), (before, event, came, back) => {
      const now = [...before, event].reduce<HostLife | undefined>(
        (now, each) => stepLife(now, each, lifeLimits),
        undefined,
      )
      if (!now) return
      const { grade, may } = now
      const known = { ...of, at: at(came), kind: 'seen' as const, first: now.first, grade, may }
      const settled = stepLife(now, { ...known, last: now.last }, lifeLimits)
      const older = instantOfSeconds(secondsOf(now.last) - 3600 * back)!
      const late = stepLife(settled, { ...known, first: older, last: older }, lifeLimits)
      deepEqual({ ...late, first: null }, { ...settled, first: null })
    }),
  )
})

test('what a silence rests on is kept while it lasts, with its number, and no longer', () => {
  const quiet = after(seen(1), told(3), silent(day * 20, 'gone-quiet', 0.93))
  deepEqual(quiet.silence, { before: 'told', since: at(3), last: at(1), chance: 0.93 })
  const fixed = stepLife(
    quiet,
    { ...of, at: at(day * 22), kind: 'presumed-fixed', chance: 0.991 },
    lifeLimits,
  )!
  deepEqual(fixed.silence, { before: 'told', since: at(3), last: at(1), chance: 0.991 })
  const again = stepLife(fixed, { ...of, at: at(day * 23), ...seen(0, day * 23)[1] }, lifeLimits)!
  equal(again.state, 'relapsed')
  equal(again.silence, undefined)
})
