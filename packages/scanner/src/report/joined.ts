import type { TerminalText } from './terminal.ts'

/** Joins what was made safe by what was made safe. */
export function joined(texts: readonly TerminalText[], by: TerminalText): TerminalText {
  return texts.join(by) as TerminalText
}
