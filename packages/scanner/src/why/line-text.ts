import { indented } from '../report/indented.ts'
import { shortened } from '../report/shortened.ts'
import { say, terminalBytes, terminalText, type TerminalText } from '../report/terminal.ts'
import type { View } from '../report/view.ts'
import type { LineStory } from './line-story.ts'
import { decodingLines, fieldLines, unreadLines } from './read-text.ts'
import { standingLines } from './standing-text.ts'
import { trialLines } from './trial-text.ts'

const shownLines = 8

/** Everything about one line, for people. */
export function* lineText(
  { file, line, text, read }: LineStory,
  view: View,
): Generator<TerminalText, void> {
  const { width, paint } = view
  if (file !== undefined) yield paint('heading', say`${terminalText(file)}:${line ?? 0}`)
  yield* indented(shortened(terminalBytes(text), width * shownLines), { width, indent: 0 })
  yield say``
  if (read.kind !== 'entry') {
    yield* unreadLines(read, view)
    return
  }
  if (read.record !== text)
    yield* indented(
      say`Two records stand on this line; the last is read: ${shortened(terminalBytes(read.record), width * 2)}`,
      { width, indent: 0 },
    )
  yield* fieldLines(read, view)
  yield* decodingLines(read, view)
  yield say``
  yield* trialLines(read, view)
  if (read.standings.length > 0) yield say``
  yield* standingLines(read.standings, view)
}
