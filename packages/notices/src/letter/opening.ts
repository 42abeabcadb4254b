import { voices } from '../notice/voice.ts'
import { mailText } from '../safe/mail-text.ts'
import type { Draft } from './draft.ts'
import { separated } from './section.ts'
import { toldOf } from '../languages/told-of.ts'
import { wrap } from './wrap.ts'

/** The opening of a letter: who writes, what was seen, since when, and what is asked. */
export function opening(draft: Draft): readonly string[] {
  const { notice, topics, language } = draft
  const { machines } = toldOf(notice.hosts, notice)
  const seen = voices.flatMap(voice => {
    const hosts = topics.filter(topic => topic.voice === voice).flatMap(topic => topic.hosts)
    return hosts.length > 0 ? [wrap(language.seen[voice](toldOf(hosts, notice)))] : []
  })
  return separated([
    notice.tlp ? [`TLP:${notice.tlp}`] : [],
    wrap(language.greeting),
    notice.stage.kind === 'first' ? [] : wrap(language.later(notice.stage)),
    who(draft),
    ...seen,
    notice.hosts.some(({ isPool }) => isPool) ? wrap(language.pool) : [],
    wrap(language.please(machines)),
    wrap(language.untouched(machines)),
  ])
}

function who({ notice: { sender }, language }: Draft): readonly string[] {
  switch (sender.kind) {
    case 'witness':
      return wrap(language.who.witness(mailText(sender.mailbox.name ?? sender.mailbox.address)))
    case 'desk':
      return [
        ...wrap(language.who.desk(mailText(sender.organisation))),
        ...(sender.website ? [...wrap(language.who.website), sender.website] : []),
      ]
  }
}
