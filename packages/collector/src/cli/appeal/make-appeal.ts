import type { Appeal, Instant } from '@redalert/core'
import type { AppealDraft } from '../../appeal/appeal-draft.ts'
import type { AppealFolder } from '../../appeal/appeal-folder.ts'
import { newAppeal } from '../../appeal/new-appeal.ts'
import { Fault } from '../../fault.ts'

/** Makes an appeal, signs it and keeps it. What is published is never changed: another one has another name. */
export function makeAppeal(
  draft: AppealDraft,
  now: Instant,
  appeals: Pick<AppealFolder, 'add' | 'key'>,
): Appeal {
  const made = newAppeal(draft, now, appeals.key())
  if (made.kind === 'refused') throw new Fault('bad-config', `It was not made: ${made.because}.`)
  if (!appeals.add(made.appeal))
    throw new Fault('bad-config', `There is an appeal ${draft.id} already: choose another name.`)
  return made.appeal
}
