import { mailText } from '../safe/mail-text.ts'
import type { Draft } from './draft.ts'
import { section } from './section.ts'
import { toldOf } from '../languages/told-of.ts'
import { wrap } from './wrap.ts'

/** How to answer, where to look, how to get no more mails. */
export function answering({ notice, language }: Draft): readonly string[] {
  const { answering } = language
  const { machines } = toldOf(notice.hosts, notice)
  return section(answering.heading, [
    [
      ...wrap(answering.reply),
      ...(notice.caseName ? wrap(answering.keep(mailText(notice.caseName))) : []),
    ],
    notice.status ? [...wrap(answering.status(machines)), notice.status] : [],
    notice.stop ? [...wrap(answering.stopPage), notice.stop] : wrap(answering.stop),
  ])
}
