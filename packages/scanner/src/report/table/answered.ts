import { amount } from '../amount.ts'
import { recordOf } from '../record-of.ts'
import { say, terminalBytes, terminalText, type TerminalText } from '../terminal.ts'
import { wrap } from '../wrap.ts'
import { type Look, titled } from './look.ts'
import type { Told } from './told.ts'

const shownLines = 3

/** Back doors that seem to have opened on this very server: asked, for only its owner can look. */
export function* answeredLines(
  { answered, answeredCount }: Told,
  look: Look,
): Generator<TerminalText, void> {
  if (answeredCount === 0) return
  yield* titled(
    say`Look at this server`,
    say`It answered requests for a back door as if the door were open. Is there such a file on it? If so, it has been broken into itself.`,
    look,
  )
  for (const { file, line, text } of answered) {
    yield say`  ${terminalText(file)}:${line}`
    for (const part of startOf(terminalBytes(recordOf(text)), look.width - 4))
      yield look.paint('aside', say`    ${part}`)
  }
  const others = answeredCount - answered.length
  if (others > 0) yield say`  and ${amount(others, 'other')}; --json shows them`
}

/** The first lines of a text, which a stranger may have made very long. */
function startOf(text: TerminalText, width: number): readonly TerminalText[] {
  const room = width * shownLines
  const start = text.length > room ? say`${text.slice(0, room) as TerminalText}…` : text
  return wrap(start, width).slice(0, shownLines)
}
