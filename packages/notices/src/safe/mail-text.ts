import type { Untrusted } from '@redalert/core'
import { hidden } from './hidden.ts'
import { piecesOf } from './pieces.ts'

/** Text that may stand in the body of a mail: one line, nothing hidden in it. Only the makers in this room give it. */
export type MailText = string & { readonly _: 'MailText' }

/** Makes text safe to read in a mail: what is hidden becomes a visible escape, `\x1b`, `\u202e`. */
export function mailText(text: Untrusted): MailText {
  return text.replace(hidden, escape) as MailText
}

/** Makes a text of one character per byte safe to read: UTF-8 as the letters it means, any other byte as `\xff`. */
export function mailBytes(bytes: Untrusted): MailText {
  return piecesOf(bytes)
    .map(({ kind, text }) => (kind === 'byte' ? escape(text) : mailText(text)))
    .join('') as MailText
}

function escape(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`
  if (code > 0xffff) return `\\u{${code.toString(16)}}`
  return `\\u${code.toString(16).padStart(4, '0')}`
}
