import { type HeaderText, headerText } from '../safe/header-text.ts'
import type { Draft } from './draft.ts'
import { toldOf } from '../languages/told-of.ts'

/** The subject: the name of the case, how far it may be passed on, then what the surest machines have. */
export function subjectOf({ notice, topics, language }: Draft): HeaderText {
  const voice = topics[0]?.voice ?? 'asks'
  const told = toldOf(
    topics.filter(topic => topic.voice === voice).flatMap(({ hosts }) => hosts),
    notice,
  )
  const marks = [notice.caseName, notice.tlp && `TLP:${notice.tlp}`].filter(
    mark => mark !== undefined,
  )
  const subject = [...marks.map(mark => `[${mark}]`), language.subject[voice](told)].join(' ')
  return headerText(subject)
}
