import type { Instant } from '@redalert/core'
import { after } from '../cases/after.ts'
import type { Case } from '../cases/thread/case.ts'
import type { Wishes } from '../wishes/wishes.ts'
import type { Bundle, Group } from './groups.ts'
import type { OpenHours } from './open-hours.ts'
import type { PlannedMail, PlannedStage } from './planned-mail.ts'
import type { Policy } from './schema.ts'

/** What a contact's turn depends on. */
export type TurnParts = {
  readonly known: Case | undefined
  readonly wishes: Wishes
  readonly now: Instant
  readonly policy: Policy
  readonly open: OpenHours
}

/** The one letter for which a contact's turn has come, if it has: not while they asked for peace, not in their night, not so soon after the last one. */
export function turn(group: Group, parts: TurnParts): PlannedMail | undefined {
  const { known, wishes, open } = parts
  if (known && !['open', 'told', 'closed'].includes(known.state)) return undefined
  const { isDay, isBusinessDay } = open(group.party.country)
  if (!isDay) return undefined
  const bundle = group.bundles.find(
    each => (isFirst(each) || isBusinessDay) && isItsTime(each, group, parts),
  )
  if (!bundle) return undefined
  const { rung, hosts, since, person } = bundle
  const { contact, party } = group
  return { contact, party, rung, stage: stageOf(bundle, known), hosts, since, person, wishes }
}

const weekHours = 24 * 7

function isFirst({ rung, kind }: Bundle): boolean {
  return rung === 'owner' && kind === 'notice'
}

function isItsTime(
  { rung, since, latest }: Bundle,
  { party }: Group,
  { known, wishes, now, policy }: TurnParts,
): boolean {
  const last = known?.mails.at(-1)?.at
  if (last !== undefined) {
    const usual = rung === 'country' ? policy.cert_hours : policy.more_hours
    const wished = wishes.rhythm === 'weekly' ? weekHours : 0
    return after(last, Math.max(usual, wished, party.intervalHours ?? 0)) <= now
  }
  return after(latest, policy.settle_hours) <= now || after(since, policy.settle_most_hours) <= now
}

function stageOf({ rung, kind }: Bundle, known: Case | undefined): PlannedStage {
  if (rung === 'above') return 'escalation'
  if (rung === 'country') return 'country'
  if (kind === 'reminder') return 'reminder'
  return known && known.mails.length > 0 ? 'more' : 'first'
}
