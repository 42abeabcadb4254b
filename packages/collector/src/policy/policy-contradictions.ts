import { parseNetwork } from '@redalert/core'
import type { Policy } from './schema.ts'

/** What in a policy cannot be, as sentences. */
export function policyContradictions(policy: Policy): readonly string[] {
  const lists = ['constituency', 'never', 'hold', 'via_cert', 'hostile'] as const
  const wrong = lists.flatMap(list =>
    policy[list]
      .filter(word => word.includes('/') && !parseNetwork(word))
      .map(word => `policy.${list} names ${word}, which is no network`),
  )
  const refuse = (isWrong: boolean, sentence: string) => isWrong && wrong.push(sentence)
  refuse(
    policy.open_from >= policy.open_until,
    'policy.open_from must be before policy.open_until, or no letter ever leaves',
  )
  refuse(
    policy.above_days <= policy.remind_days,
    'policy.above_days must be more than policy.remind_days: an owner is reminded before others are told',
  )
  refuse(
    policy.settle_hours > policy.settle_most_hours,
    'policy.settle_hours must not be more than policy.settle_most_hours',
  )
  refuse(
    24 * policy.remind_days <= policy.notice_hours,
    'policy.remind_days must be longer than policy.notice_hours: only what is seen after these is new evidence',
  )
  return wrong
}
