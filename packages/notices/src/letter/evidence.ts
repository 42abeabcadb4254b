import type { NoticedHost } from '../notice/host.ts'
import type { Topic } from '../notice/topic.ts'
import { portOf } from '../notice/port-of.ts'
import { harmlessEvidence } from '../safe/harmless-evidence.ts'
import { mailText } from '../safe/mail-text.ts'
import { dossier } from './dossier.ts'
import type { Draft } from './draft.ts'
import { reasonsOf } from './reasons.ts'
import { wrap } from './wrap.ts'

/** One request of a machine, made harmless; and what it shows, where its topic cannot say so once for all. */
export function evidenceOf(host: NoticedHost, topic: Topic, draft: Draft): readonly string[] {
  const { evidence } = host
  if (!evidence) return []
  const { language, literals } = draft
  const reason = reasonsOf(topic).length > 1 ? `${dossier(host.reason, draft)}:` : ''
  return [
    ...wrap(language.machines.evidenceOf(mailText(host.source), evidence.at, portOf(evidence))),
    ...wrap(reason, '  '),
    ...harmlessEvidence(evidence.text, literals).flatMap(line => wrap(line, '    ')),
  ]
}
