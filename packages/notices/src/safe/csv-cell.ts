import type { Untrusted } from '@redalert/core'
import { type MailText, mailText } from './mail-text.ts'

/** A cell as CSV spells it, quotes and all. Only {@link csvCell} makes it. */
export type CsvCell = string & { readonly _: 'CsvCell' }

/** Makes a text one cell, quoted (RFC 4180), that no spreadsheet takes for a formula. */
export function csvCell(text: Untrusted | MailText): CsvCell {
  const shown = mailText(text)
  const harmless = formula.test(shown) ? `'${shown}` : shown
  return `"${harmless.replaceAll('"', '""')}"` as CsvCell
}

/** What a spreadsheet may take for the beginning of a formula, full-width signs and blanks before them too. */
const formula = /^[\s'"]*[=+\-@|%＝＋－＠]/u
