import { fromByteText, type Untrusted } from '@redalert/core'
import { hidden } from './hidden.ts'

/**
 * Text that a terminal shows and does not obey: one line, nothing hidden in it. Only the encoders here and what is
 * made of their results are such. It is for eyes; whoever wants the bytes back takes the JSON.
 */
export type TerminalText = string & { readonly _: 'TerminalText' }

/** Makes text safe to show: what is hidden becomes a visible escape, `\x1b`, `\u202e`. */
export function terminalText(text: string): TerminalText {
  return text.replace(hidden, escape) as TerminalText
}

/** Makes a text of one character per byte safe to show: UTF-8 as the letters it means, any other byte as `\xff`. */
export function terminalBytes(bytes: Untrusted): TerminalText {
  const whole = fromByteText(bytes)
  if (whole !== undefined) return terminalText(whole)
  return piecesOf(bytes)
    .map(piece =>
      isLoneByte(piece) ? escapeByte(piece) : terminalText(fromByteText(piece) ?? piece),
    )
    .join('') as TerminalText
}

/** Joins words of our own with what was made safe: `` say`${source} in ${count} lines` ``. */
export function say(
  words: TemplateStringsArray,
  ...values: readonly (TerminalText | number)[]
): TerminalText {
  return String.raw({ raw: words }, ...values) as TerminalText
}

/** A run of ASCII, a letter as UTF-8 may spell it (Unicode 17, table 3-7), or one byte of anything else. */
const pieces =
  /[\0-\x7f]+|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|[^]/g

function piecesOf(bytes: Untrusted): readonly Untrusted[] {
  return bytes.match(pieces) ?? []
}

function isLoneByte(piece: string): boolean {
  return piece.length === 1 && piece > '\x7f'
}

function escapeByte(byte: string): string {
  return `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`
}

function escape(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80) return escapeByte(letter)
  if (code > 0xffff) return `\\u{${code.toString(16)}}`
  return `\\u${code.toString(16).padStart(4, '0')}`
}
