import type { TerminalText } from '../report/terminal.ts'

/** A text in which every letter but those of ASCII is an escape, so that a person can compare it letter by letter. */
export function escapedText(text: string): TerminalText {
  let shown = ''
  for (let at = 0; at < text.length; at++) shown += letterText(text.charCodeAt(at))
  return shown as TerminalText
}

function letterText(code: number): string {
  if (code >= 0x20 && code < 0x7f) return String.fromCharCode(code)
  const digits = code.toString(16)
  return code > 0xff ? `\\u${digits.padStart(4, '0')}` : `\\x${digits.padStart(2, '0')}`
}
