import { grouped } from '../notice/grouped.ts'
import type { NoticedHost } from '../notice/host.ts'
import { mailText } from '../safe/mail-text.ts'
import { shorten } from '../safe/shorten.ts'
import type { Draft } from './draft.ts'
import { section } from './section.ts'
import { wrap } from './wrap.ts'

const listedSources = 5
const listedPaths = 100
const longestPath = 300

/** Why the recipient is the one who is written to: what the registry says, for each of his networks. */
export function why({ notice, topics, language }: Draft): readonly string[] {
  const hosts = topics.flatMap(topic => topic.hosts)
  const paths = grouped(hosts, host => host.why).slice(0, listedPaths)
  return section(language.why.heading, [
    paths.flatMap(group => {
      const sources = [...new Set(group.map(({ source }) => mailText(source)))]
      const left = Math.max(0, sources.length - listedSources)
      const path = shorten(mailText((group[0] as NoticedHost).why), longestPath)
      return wrap(language.why.path(sources.slice(0, listedSources), left, path))
    }),
    notice.stage.kind === 'country' ? [] : wrap(language.why.notYours),
  ])
}
