import {
  type Appeal,
  appealFault,
  appealLimits,
  appealVersion,
  type Instant,
  signatures,
} from '@redalert/core'
import type { AppealDraft } from './appeal-draft.ts'
import type { AppealKey } from './appeal-key.ts'
import { appealTexts } from './appeal-texts.ts'
import { signAppeal } from './sign-appeal.ts'

export type NewAppeal =
  | { readonly kind: 'appeal'; readonly appeal: Appeal }
  | { readonly kind: 'refused'; readonly because: string }

/** Makes an appeal and signs it, or says what is wrong with it. */
export function newAppeal(draft: AppealDraft, now: Instant, key: AppealKey): NewAppeal {
  const known = [...signatures, ...draft.signatures]
  const unknown = draft.families.find(family => !known.some(({ id }) => id === family))
  if (unknown !== undefined) return refused(`nobody knows a family ${JSON.stringify(unknown)}`)
  if (draft.deadline <= now) return refused('its deadline has passed')
  const wanted = known.filter(
    family => draft.families.includes(family.id) || draft.signatures.includes(family),
  )
  const unsigned = {
    ...draft,
    kind: 'appeal' as const,
    schema: appealVersion as typeof appealVersion,
    made: now,
    texts: appealTexts(draft, wanted),
  }
  const appeal = signAppeal(unsigned, key)
  if (JSON.stringify(appeal).length > appealLimits.characters)
    return refused(`it is longer than ${appealLimits.characters} characters`)
  const fault = appealFault(appeal)
  return fault === undefined ? { kind: 'appeal', appeal } : refused(fault)
}

function refused(because: string): NewAppeal {
  return { kind: 'refused', because }
}
