import { mailText } from '../safe/mail-text.ts'
import type { Draft } from './draft.ts'
import { section } from './section.ts'
import { toldOf } from '../languages/told-of.ts'
import { wrap } from './wrap.ts'

/** What is attached, and for whom. */
export function attachments({
  notice,
  language,
  attached: { csv, xarf },
}: Draft): readonly string[] {
  if (csv === undefined && xarf === 0) return []
  const { machines } = toldOf(notice.hosts, notice)
  return section(language.attached.heading, [
    [
      ...(csv === undefined ? [] : wrap(language.attached.csv(mailText(csv), machines))),
      ...(xarf === 0 ? [] : wrap(language.attached.xarf(xarf))),
    ],
  ])
}
