import { say, type TerminalText } from '../report/terminal.ts'
import { escapedText } from './escaped-text.ts'

const longest = 60

/** A literal in quotes, to be compared letter by letter; a long one is shortened in its middle. */
export function literalText(literal: string): TerminalText {
  if (literal.length <= longest) return say`"${escapedText(literal)}"`
  const [start, end] = [literal.slice(0, 30), literal.slice(-20)]
  return say`"${escapedText(start)}…${escapedText(end)}" (${literal.length} letters)`
}
