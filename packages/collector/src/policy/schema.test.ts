import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { Value } from 'typebox/value'
import { policyContradictions } from './policy-contradictions.ts'
import { policySchema } from './schema.ts'
import { standardPolicy } from './standard-policy.ts'

test('what holds where nothing is said contradicts nothing', () => {
  deepEqual(policyContradictions(standardPolicy()), [])
})

for (const [wrong, why] of [
  [{ remind_day: 5 }, 'a name that there is not'],
  [{ remind_days: '5' }, 'a text for a number'],
  [{ remind_days: 0 }, 'a reminder on the same day'],
  [{ never: ['nl'] }, 'a country in small letters'],
  [{ never: ['AS64500x'] }, 'a number with a tail'],
  [{ business_days: [] }, 'no business day at all'],
  [{ foreign: 'ignore' }, 'a word that there is not'],
] as const)
  test(`refuses ${why}`, () =>
    equal(Value.Check(policySchema, { ...standardPolicy(), ...wrong }), false))

for (const [wrong, sentence] of [
  [{ never: ['300.0.2.0/24'] }, 'policy.never names 300.0.2.0/24, which is no network'],
  [
    { open_from: 22, open_until: 7 },
    'policy.open_from must be before policy.open_until, or no letter ever leaves',
  ],
  [
    { above_days: 5 },
    'policy.above_days must be more than policy.remind_days: an owner is reminded before others are told',
  ],
  [{ settle_hours: 30 }, 'policy.settle_hours must not be more than policy.settle_most_hours'],
  [
    { remind_days: 2 },
    'policy.remind_days must be longer than policy.notice_hours: only what is seen after these is new evidence',
  ],
] as const)
  test(`says that ${sentence}`, () =>
    deepEqual(
      policyContradictions({
        ...standardPolicy(),
        ...wrong,
        never: 'never' in wrong ? [...wrong.never] : [],
      }),
      [sentence],
    ))
