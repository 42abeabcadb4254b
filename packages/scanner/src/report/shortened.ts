import { say, type TerminalText } from './terminal.ts'
import { widthOf } from './width.ts'

/** The start of a text that is too wide, with an ellipsis; a stranger may have made it very long. */
export function shortened(text: TerminalText, columns: number): TerminalText {
  // No text of so few letters is wider, and most are of few.
  if (text.length * 2 <= columns || widthOf(text) <= columns) return text
  let start = ''
  let taken = 0
  for (const letter of text) {
    taken += widthOf(letter)
    if (taken >= columns) break
    start += letter
  }
  return say`${start as TerminalText}…`
}
