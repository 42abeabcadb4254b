import type { Topic } from '../notice/topic.ts'
import type { Form } from '../notice/notice.ts'
import { mailText } from '../safe/mail-text.ts'
import type { Draft } from './draft.ts'
import { evidenceOf } from './evidence.ts'
import { section, separated } from './section.ts'
import { tableOf } from './table.ts'
import { toldFamily } from '../languages/told-family.ts'
import { wrap } from './wrap.ts'

/** How many machines a letter lists in its text; the others are in the attached file. */
const listed: Readonly<Record<Form, number>> = { digest: 20, cert: 20, xarf: 20, text: 500 }
/** How many of them come with their evidence. */
const proven = 20

/** The table of the machines, topic by topic, with one request of each. */
export function machines(draft: Draft): readonly string[] {
  const { notice, topics, language } = draft
  const shown = take(topics, listed[notice.recipient.form])
  const estimated = shown.some(({ hosts }) => hosts.some(({ requests }) => !requests.exact))
  return section(language.machines.heading, [
    ...shown.map(topic => [
      ...wrap(
        language.machines.topic[topic.voice](
          toldFamily(topic.family),
          mailText(topic.family.hole.id),
        ),
      ),
      '',
      ...tableOf(topic.hosts, language),
    ]),
    [...wrap(language.machines.explained), ...(estimated ? wrap(language.machines.estimated) : [])],
    leftOut(shown, draft),
    evidence(shown, draft),
  ])
}

/** So many machines of the topics, in their order. */
function take(topics: readonly Topic[], most: number): readonly Topic[] {
  let left = most
  return topics.flatMap(topic => {
    const hosts = topic.hosts.slice(0, left)
    left -= hosts.length
    return hosts.length > 0 ? [{ ...topic, hosts }] : []
  })
}

function leftOut(
  shown: readonly Topic[],
  { notice, language, attached }: Draft,
): readonly string[] {
  const sources = new Set(shown.flatMap(({ hosts }) => hosts.map(({ source }) => source)))
  const missing = new Set(
    notice.hosts.map(({ source }) => source).filter(source => !sources.has(source)),
  )
  if (missing.size === 0) return []
  return wrap(language.machines.left(missing.size, attached.csv !== undefined))
}

function evidence(shown: readonly Topic[], draft: Draft): readonly string[] {
  const blocks = take(shown, proven).flatMap(topic =>
    topic.hosts.map(host => evidenceOf(host, topic, draft)),
  )
  if (blocks.every(({ length }) => length === 0)) return []
  return separated([wrap(draft.language.machines.evidence), ...blocks])
}
