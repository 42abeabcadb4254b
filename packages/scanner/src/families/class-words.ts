import type { Signature } from '@redalert/core'
import { say, type TerminalText } from '../report/terminal.ts'

/** What a family's class means for its senders. */
export const classWords: Readonly<Record<Signature['class'], TerminalText>> = {
  worm: say`A worm: it spreads by itself, and who sends it has it.`,
  bot: say`A bot: it spreads by itself, and scanners send the same.`,
  scanner: say`Mostly sent by people and programs that look.`,
}
