import { isDeepStrictEqual } from 'node:util'
import {
  type Appeal,
  broughtFamilies,
  type Instant,
  knownFamilies,
  type Signature,
  takenName,
} from '@redalert/core'
import type { AppealDraft } from '../../appeal/appeal-draft.ts'
import type { AppealFolder } from '../../appeal/appeal-folder.ts'
import { newAppeal } from '../../appeal/new-appeal.ts'
import { Fault } from '../../fault.ts'

/** Makes an appeal, signs it and keeps it. What is published is never changed: another one has another name. */
export function makeAppeal(
  draft: AppealDraft,
  now: Instant,
  appeals: Pick<AppealFolder, 'add' | 'all' | 'key'>,
): Appeal {
  const earlier = broughtFamilies(appeals.all(), knownFamilies.list)
  for (const family of draft.signatures) refuseOther(family, earlier)
  const made = newAppeal(draft, now, appeals.key())
  if (made.kind === 'refused') throw new Fault('bad-config', `It was not made: ${made.because}.`)
  if (!appeals.add(made.appeal))
    throw new Fault('bad-config', `There is an appeal ${draft.id} already: choose another name.`)
  return made.appeal
}

/** What was told by a family must mean the same for ever: another one needs another name. */
function refuseOther(family: Signature, earlier: readonly Signature[]): void {
  const taken = takenName(family, earlier)
  if (taken === undefined || earlier.some(each => isDeepStrictEqual(each, family))) return
  throw new Fault(
    'bad-config',
    `An earlier appeal brought another family that holds the name ${taken}: choose another.`,
  )
}
