import type { Grade } from '@redalert/core'
import { say, type TerminalText } from './terminal.ts'

/** What a text is to the eye; a grade has the style of its name, and its word stands beside it always. */
export type Style = Grade | 'heading' | 'aside'
export type Paint = (style: Style, text: TerminalText) => TerminalText

const codes: Readonly<Record<Style, TerminalText>> = {
  infected: '1;31' as TerminalText,
  likely: '33' as TerminalText,
  probe: '36' as TerminalText,
  heading: '1' as TerminalText,
  aside: '2' as TerminalText,
}

/** Paints text with the colours of the terminal, or leaves it as it is. */
export function painter(colour: boolean): Paint {
  if (!colour) return (_, text) => text
  return (style, text) => say`\x1b[${codes[style]}m${text}\x1b[0m`
}
