import type { Signature } from '@redalert/core'
import { type MailText, mailText } from '../safe/mail-text.ts'
import { parseWebLink } from '../safe/web-link.ts'
import { dossier } from './dossier.ts'
import type { Draft } from './draft.ts'
import { holeOf } from './hole-of.ts'
import { reasonsOf } from './reasons.ts'
import { section } from './section.ts'
import { wrap } from './wrap.ts'

/** How each family is cleaned, and how the hole it came through is closed. */
export function cleaning(draft: Draft): readonly string[] {
  const families = [...new Set(draft.topics.map(({ family }) => family))]
  return section(
    draft.language.cleaning.heading,
    families.map(family => cleaningOf(family, draft)),
  )
}

function cleaningOf(family: Signature, draft: Draft): readonly string[] {
  const { cleaning } = draft.language
  const links = family.references.flatMap(link => parseWebLink(link) ?? [])
  return [
    dossier(family.name, draft),
    ...proofs(family, draft),
    ...wrap(cleaning.devices(withoutStop(dossier(family.devices, draft)))),
    ...wrap(cleaning.hole(holeOf(family, draft))),
    ...wrap(cleaning.clean(dossier(family.advice.clean, draft))),
    ...wrap(cleaning.patch(dossier(family.advice.patch, draft))),
    ...wrap(cleaning.calendar(dossier(family.calendar, draft))),
    ...(links.length > 0 ? [...wrap(cleaning.references), ...links] : []),
  ]
}

/** What the machines of a family have in common; what only some have stands with their evidence. */
function proofs(family: Signature, draft: Draft): readonly string[] {
  const topics = draft.topics.filter(topic => topic.family === family)
  const common = topics.map(reasonsOf).flatMap(reasons => (reasons.length === 1 ? reasons : []))
  return [...new Set(common)].flatMap(reason =>
    wrap(draft.language.cleaning.proof(withoutStop(dossier(reason, draft)))),
  )
}

function withoutStop(sentence: string): MailText {
  return mailText(sentence.endsWith('.') ? sentence.slice(0, -1) : sentence)
}
