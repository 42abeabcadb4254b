import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '@redalert/core'
import { at } from '../../cases/book/any-event.ts'
import { breakers, type Figures } from './breakers.ts'
import { dayFigures } from './day-figures.ts'
import type { SentMail } from '../../sent-mail.ts'
import { standardLimits } from './standard-limits.ts'
import { warmUp } from './warm-up.ts'

const limits = standardLimits()
const quiet: Figures = { now: at(100), history: [], wrong: [], cases: [] }

function mails(count: number, outcome?: SentMail['outcome'], hours = 90): readonly SentMail[] {
  return Array.from({ length: count }, (_, index) => ({
    at: at(hours),
    contact: `desk${index}@example.org`,
    organisation: null,
    ...(outcome && { outcome }),
  }))
}
const kinds = (figures: Partial<Figures>) =>
  breakers({ ...quiet, ...figures }, limits).map(({ kind }) => kind)

test('nothing stops what goes well', () => {
  deepEqual(kinds({ history: [...mails(95), ...mails(5, 'bounced')] }), [])
})

test('too many bounces among the last hundred stop everything', () => {
  deepEqual(kinds({ history: [...mails(89), ...mails(11, 'bounced')] }), ['bounces'])
  deepEqual(kinds({ history: [...mails(50, 'bounced'), ...mails(100)] }), [])
})

test('one bounce of three letters does not', () => {
  deepEqual(kinds({ history: [...mails(2), ...mails(1, 'bounced')] }), [])
})

test('complaints stop everything', () => {
  deepEqual(kinds({ history: [...mails(200), ...mails(1, 'complained')] }), ['complaints'])
  deepEqual(kinds({ history: [...mails(400), ...mails(1, 'complained')] }), [])
})

test('three who say that we are wrong do, and one who says so three times does not', () => {
  const wrong = (...contacts: string[]) => contacts.map(contact => ({ at: at(90), contact }))
  deepEqual(kinds({ wrong: wrong('a', 'b', 'c') }), ['wrong'])
  deepEqual(kinds({ wrong: wrong('a', 'a', 'a') }), [])
  deepEqual(kinds({ wrong: wrong('a', 'b', 'c'), now: at(200) }), [])
})

test('one submitter who alone decides too many cases does, and is named', () => {
  const cases = (count: number, ...decidedBy: string[]) =>
    Array.from({ length: count }, () => ({ at: at(90), decidedBy }))
  deepEqual(
    breakers({ ...quiet, cases: [...cases(70), ...cases(30, 'liar'), ...cases(20, 'a')] }, limits),
    [{ kind: 'submitter', submitter: 'liar', share: 0.25 }],
  )
  deepEqual(kinds({ cases: cases(19, 'liar') }), [])
})

test('what was before a person let letters go on is settled', () => {
  const history = [...mails(89), ...mails(50, 'bounced', 80)]
  deepEqual(kinds({ history }), ['bounces'])
  deepEqual(kinds({ history, since: at(91) }), [])
})

test('letters leave slowly at first, and twice as fast after each good day', () => {
  const days = (...outcomes: (SentMail['outcome'] | 'good')[]) =>
    dayFigures(
      outcomes.flatMap((outcome, day) =>
        mails(100, outcome === 'good' ? undefined : outcome, 24 * day),
      ),
    )
  const rate = (...given: Parameters<typeof days>) =>
    warmUp(days(...given), '2030-01-01T00:00:00Z' as Instant, limits)
  equal(rate(), 50)
  equal(rate('good'), 100)
  equal(rate('good', 'good', 'good'), 400)
  equal(rate('good', 'good', 'bounced'), 100)
  equal(rate('bounced', 'bounced'), 50)
  equal(rate(...Array.from({ length: 20 }, () => 'good' as const)), limits.most_hour)
  equal(warmUp(days('good'), at(1), limits), 50)
})
