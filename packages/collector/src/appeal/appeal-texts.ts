import type { Appeal, Signature } from '@redalert/core'
import type { AppealDraft } from './appeal-draft.ts'
import type { AppealLanguage } from './appeal-language.ts'
import { de } from './languages/de.ts'
import { en } from './languages/en.ts'
import { es } from './languages/es.ts'
import { fr } from './languages/fr.ts'
import { nl } from './languages/nl.ts'

/** The languages an appeal is written in. */
export const appealLanguages: readonly AppealLanguage[] = [en, de, es, fr, nl]

/** The texts of an appeal in every language: the operator's own where there is one, else ours. */
export function appealTexts(
  { texts, from, until, deadline, to, collector }: Omit<AppealDraft, 'families' | 'signatures'>,
  wanted: readonly Signature[],
): Appeal['texts'] {
  const names = wanted.map(({ name }) => name).join(', ')
  const day = (instant: string) => instant.slice(0, 10)
  const said = {
    names,
    collector,
    from: day(from),
    // The last day is the one before the end, unless the end is within a day.
    until: until.endsWith('T00:00:00Z') ? dayBefore(until) : day(until),
    deadline: `${deadline.slice(0, 16).replace('T', ' ')} UTC`,
    to: [to.url, to.mail].filter(where => where !== null),
  }
  const ours = appealLanguages.filter(({ tag }) => !texts.some(({ language }) => language === tag))
  return [
    ...texts,
    ...ours.map(({ tag, title, text }) => ({
      language: tag,
      title: title(said),
      text: text(said),
    })),
  ]
}

function dayBefore(instant: string): string {
  return new Date(Date.parse(instant) - 86_400_000).toISOString().slice(0, 10)
}
