import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Cell, type Coverage, type Instant, signatures } from '@redalert/core'
import { chanceOfSoFew, declareDaily, historiesUntil } from './any-declared.ts'
import { type Belief, calendar, clockOf, noCalendar, outbreak } from './any-outbreak.ts'
import { chanceFixed } from './chance-fixed.ts'
import { contactHistory } from './contact-history.ts'
import { coveredHours } from './covered-hours.ts'
import { daysOf, exposureClock } from './exposure-clock.ts'
import { habitsOf } from './habits.ts'
import { judgeSilence, type SilentHost } from './judge-silence.ts'
import { learnContact } from './learn-contact.ts'
import { logGamma } from './log-gamma.ts'

const alpha = 0.001

/** What is learnt from the first 40 days of one outbreak is used in another. */
const lesson = outbreak({ seed: 1, hosts: 4000, perDay: 3.5 })
const exam = outbreak({ seed: 2, hosts: 25_500, perDay: 3.5 })
const declared = (belief: Belief) => {
  const day = lesson.from + 40
  const clock = clockOf(lesson, belief)
  return declareDaily(exam, learnContact(historiesUntil(lesson, day, belief), clock, day)!, belief)
}

test('of the hosts declared fixed at .99 the share that is clean is not below 99 of 100', t => {
  const result = declared(calendar)
  const { right, hosts } = result
  t.diagnostic(
    `${hosts} hosts seen, ${result.declared} declared, ${((100 * right) / result.declared).toFixed(2)} % of them clean`,
  )
  ok(hosts >= 20_000, `only ${hosts} hosts were seen`)
  ok(result.declared > hosts / 4, `only ${result.declared} were declared`)
  const chance = chanceOfSoFew(result)
  ok(chance >= alpha, `${right} of ${result.declared} are clean: that is chance with ${chance}`)
})

test('without the calendar the same promise is broken, so that it is the clock that keeps it', t => {
  const result = declared(noCalendar)
  t.diagnostic(
    `${((100 * result.right) / result.declared).toFixed(2)} % of ${result.declared} are clean`,
  )
  ok(result.declared > 1000)
  ok(chanceOfSoFew(result) < alpha)
})

test('the exact binomial test is exact', () => {
  const half = { declared: 2, right: 1, hosts: 2 }
  ok(Math.abs(chanceOfSoFew(half) - (1 - 0.99 ** 2)) < 1e-12)
  equal(chanceOfSoFew({ declared: 10, right: 10, hosts: 10 }).toFixed(9), '1.000000000')
  ok(Math.abs(Math.exp(logGamma(6)) - 120) < 1e-9)
})

const from = daysOf('2026-03-01T00:00:00Z' as Instant)
const model = { shape: 0.8, scale: 0.2, share: 0.5, soon: 0.2, late: 0.02 }
/** One address that listens every hour of March. */
const march: Coverage = {
  sensor: 's',
  hours: Object.fromEntries(
    Array.from({ length: 31 * 24 }, (_, hour) => [
      new Date((from + hour / 24) * 86_400_000).toISOString().slice(0, 13),
      9,
    ]),
  ),
  listens: ['192.0.2.1'],
  signatures: '1',
}
const host = (over: Partial<SilentHost> = {}): SilentHost => ({
  history: { first: from, last: from + 5, contacts: 21 },
  address: 'static',
  isMemoryOnly: false,
  claimed: undefined,
  ...over,
})
const covered = coveredHours([march])
const judge = (over: Partial<SilentHost>, days: number, family = 'nimda') =>
  judgeSilence(host(over), {
    model,
    clock: exposureClock(covered, habitsOf(family).isAwake),
    now: from + days,
  })

test('a silence goes from active to quiet to fixed', () => {
  deepEqual(
    [5.1, 7, 20].map(day => judge({}, day).verdict),
    ['active', 'quiet', 'fixed'],
  )
})

test('an address that many share is quiet, and never fixed by itself', () =>
  equal(judge({ address: 'shared' }, 20).verdict, 'quiet'))

test('a family that lives in memory is not closed by silence, which a restart brings too', () => {
  equal(judge({ isMemoryOnly: true }, 20).verdict, 'quiet')
  equal(judge({ isMemoryOnly: true, claimed: 'cleaned' }, 20).verdict, 'quiet')
  equal(judge({ isMemoryOnly: true, claimed: 'patched' }, 20).verdict, 'fixed')
})

test('where nobody listens, or nothing was learnt, nothing can be known', () => {
  const rare = { history: { first: from, last: from, contacts: 1 } }
  const clock = exposureClock(
    coveredHours([{ ...march, hours: { '2026-03-01T00': 5 } as Coverage['hours'] }]),
    () => true,
  )
  equal(judgeSilence(host(rare), { model, clock, now: from + 60 }).verdict, 'unknowable')
  equal(judgeSilence(host(), { model: undefined, clock, now: from + 60 }).verdict, 'unknowable')
  equal(exposureClock(new Map(), () => true).at(from), 0)
})

test('a silence while the family sleeps says nothing', () => {
  const seen = { history: { first: from + 2, last: from + 17.9, contacts: 40 } }
  const [before, after] = [18.5, 30].map(day => judge(seen, day, 'codered-n'))
  equal(after!.verdict, 'active')
  ok(after!.chance! - before!.chance! < 0.5)
  equal(judge(seen, 30).verdict, 'fixed')
})

test('a longer silence is never less telling, and chances are chances', () => {
  const clock = exposureClock(covered, habitsOf('codered-n').isAwake)
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 10, noNaN: true }),
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (span, contacts, silence, more) => {
        const history = { first: from, last: from + span, contacts }
        const at = (now: number) => chanceFixed(model, clock, { history, now })
        const [sooner, later] = [at(from + span + silence), at(from + span + silence + more)]
        ok(sooner >= 0 && later <= 1)
        ok(later >= sooner - 0.02, `${later} after ${sooner}`)
      },
    ),
  )
})

test('the chance is the integral that it stands for, at any rate of contacts', () => {
  const clock = exposureClock(covered, habitsOf('codered-n').isAwake)
  for (const contacts of [1, 5, 50, 500, 5000]) {
    for (const last of [from + 3, from + 16]) {
      for (const now of [last + 0.3, last + 2, last + 10]) {
        const history = { first: from + 1.5, last, contacts }
        const chance = chanceFixed(model, clock, { history, now })
        const fine = finelyIntegrated(history, now)
        ok(Math.abs(chance - fine) < 0.003, `${chance} for ${fine}, ${contacts} contacts`)
      }
    }
  }

  function finelyIntegrated({ first, last, contacts }: SilentHost['history'], now: number): number {
    const left = (day: number) =>
      0.5 * Math.exp(-0.2 * (day - first)) + 0.5 * Math.exp(-0.02 * (day - first))
    const scale = 0.2 + clock.at(last) - clock.at(first)
    const unseen = (day: number) =>
      (scale / (scale + clock.at(day) - clock.at(last))) ** (0.8 + contacts - 1)
    const step = (now - last) / 50_000
    let cleaned = 0
    for (let index = 0; index < 50_000; index++) {
      const day = last + index * step
      cleaned += (left(day) - left(day + step)) * unseen(day + step / 2)
    }
    return cleaned / (cleaned + left(now) * unseen(now))
  }
})

test('the same hours told twice, or by parts of one log, cover no more', () => {
  deepEqual(coveredHours([march, march, { ...march, listens: null }]), covered)
  const two = coveredHours([march, { ...march, sensor: 'other', listens: null }])
  equal(two.get('2026-03-05T10' as never), 2)
  const silent = { ...march, hours: { '2026-03-05T10': 0 } as Coverage['hours'] }
  equal(coveredHours([silent]).size, 0)
})

test('a burst is one contact, and one while the family sleeps only moves the last', () => {
  const cell = (hour: string, sensor: string, mark: string) =>
    ({ sensor, hour, mark, first: `${hour}:10:00Z`, last: `${hour}:20:00Z` }) as Cell
  const cells = [
    cell('2026-03-05T10', 'a', 'one'),
    cell('2026-03-05T10', 'a', 'two'),
    cell('2026-03-05T10', 'b', 'one'),
    cell('2026-03-25T10', 'a', 'one'),
  ]
  const history = contactHistory(cells, habitsOf('codered-n').isAwake)
  deepEqual(history, {
    first: daysOf('2026-03-05T10:10:00Z' as Instant),
    last: daysOf('2026-03-25T10:20:00Z' as Instant),
    contacts: 2,
  })
  equal(
    contactHistory([], () => true),
    undefined,
  )
})

test('every family whose file says that it lives in memory is known to', () => {
  const inMemory = signatures.filter(({ advice }) => /lives? in memory/.test(advice.clean))
  ok(inMemory.length > 10)
  const unknown = inMemory.filter(({ id }) => !habitsOf(id).isMemoryOnly)
  deepEqual(
    unknown.map(({ id }) => id),
    [],
  )
})

test('every family whose file says more than that it is always awake has a calendar', () => {
  const sleeping = signatures.filter(
    ({ id }) =>
      !['2001-07-25T00', '2002-01-01T00'].every(hour => habitsOf(id).isAwake(hour as never)),
  )
  deepEqual(sleeping.map(({ id }) => id).toSorted(), ['codered-n', 'codered-x'])
})
