import { translate } from '../languages/translate.ts'
import { breakUpWords } from '../safe/break-up.ts'
import { type MailText, mailText } from '../safe/mail-text.ts'
import { shorten } from '../safe/shorten.ts'
import type { Draft } from './draft.ts'

const longest = 1000

/** A sentence of a family's dossier as the letter says it: in its language, with nothing whole that proves an infection. */
export function dossier(sentence: string, { language, literals }: Draft): MailText {
  return breakUpWords(shorten(mailText(translate(sentence, language)), longest), literals)
}
