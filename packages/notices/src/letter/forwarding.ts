import { mailText } from '../safe/mail-text.ts'
import type { Sent } from '../languages/language.ts'
import type { Topic } from '../notice/topic.ts'
import { dossier } from './dossier.ts'
import type { Draft } from './draft.ts'
import { section } from './section.ts'
import { toldFamily } from '../languages/told-family.ts'
import { toldOf } from '../languages/told-of.ts'
import { wrap } from './wrap.ts'

const cutLine = `- - 8< ${'- '.repeat(32)}-`

/** A text for each topic that a provider can send on to his customer as it is. */
export function forwarding(draft: Draft): readonly string[] {
  const { notice, topics, language } = draft
  const { machines } = toldOf(notice.hosts, notice)
  return section(language.forwarding.heading, [
    wrap(language.forwarding.intro(machines)),
    [cutLine],
    ...topics.flatMap(topic => [...textFor(topic, machines === 1, draft), [cutLine]]),
  ])
}

function textFor(
  { family, voice, hosts }: Topic,
  alone: boolean,
  draft: Draft,
): readonly (readonly string[])[] {
  const { forwarding, greeting } = draft.language
  const [host] = hosts
  const sent: Sent | undefined =
    alone && host ? { source: mailText(host.source), at: host.last.at } : undefined
  return [
    wrap(greeting),
    wrap(forwarding.opening[voice](toldFamily(family), sent)),
    wrap(forwarding.clean(dossier(family.advice.clean, draft))),
    wrap(forwarding.patch(mailText(family.hole.id), dossier(family.advice.patch, draft))),
  ]
}
