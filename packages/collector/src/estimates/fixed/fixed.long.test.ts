import { ok } from 'node:assert/strict'
import { test } from 'node:test'
import { chanceOfSoFew, declareDaily, historiesUntil } from './any-declared.ts'
import {
  type Belief,
  calendar,
  clockOf,
  noCalendar,
  outbreak,
  type OutbreakOptions,
} from './any-outbreak.ts'
import { learnContact } from './learn-contact.ts'

const alpha = 0.001

/** Outbreaks that are not what the model believes: few contacts and many, other rates, other ways of being cleaned. */
const worlds: Readonly<Record<string, Omit<OutbreakOptions, 'seed' | 'hosts'>>> = {
  'few listen': { perDay: 0.89 },
  'many listen': { perDay: 11.6 },
  'rates are lognormal': { perDay: 3.5, rates: 'lognormal' },
  'those that last long last longer': { perDay: 3.5, cleaningShape: 0.6 },
  'few listen, rates are lognormal and those that last long last longer': {
    perDay: 0.89,
    rates: 'lognormal',
    cleaningShape: 0.6,
  },
}

for (const [name, world] of Object.entries(worlds)) {
  test(`of those declared fixed 99 of 100 are clean where ${name}, and not without the calendar`, t => {
    const lesson = outbreak({ seed: 111, hosts: 4000, ...world })
    const exam = outbreak({ seed: 11, hosts: 40_000, ...world })
    const declare = (belief: Belief) => {
      const day = lesson.from + 40
      const clock = clockOf(lesson, belief)
      const model = learnContact(historiesUntil(lesson, day, belief), clock, day)!
      const result = declareDaily(exam, model, belief)
      const share = ((100 * result.right) / result.declared).toFixed(2)
      t.diagnostic(`${result.hosts} seen, ${result.declared} declared, ${share} % clean`)
      return result
    }

    const kept = declare(calendar)
    ok(kept.hosts >= 20_000)
    ok(kept.declared > 1000)
    ok(chanceOfSoFew(kept) >= alpha)
    ok(chanceOfSoFew(declare(noCalendar)) < alpha)
  })
}
