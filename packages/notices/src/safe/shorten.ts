import { cutNote } from './cut-note.ts'
import type { MailText } from './mail-text.ts'

/** Cuts a text that nobody would read to its end, and says how much was cut. */
export function shorten(text: MailText, longest: number): MailText {
  if (text.length <= longest) return text
  const letters = Array.from(text)
  const left = letters.length - longest
  if (left <= 0) return text
  return (letters.slice(0, longest).join('') + cutNote(left)) as MailText
}
