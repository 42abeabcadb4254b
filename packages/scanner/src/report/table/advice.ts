import type { Row } from '../../finding.ts'
import { say, terminalText, type TerminalText } from '../terminal.ts'
import { wrap } from '../wrap.ts'
import type { Look } from './look.ts'

/** What to do about the families of one's own machines. Cleaning and patching are told apart: one does not do the other. */
export function* adviceLines(rows: readonly Row[], look: Look): Generator<TerminalText, void> {
  for (const id of new Set(rows.map(({ family }) => family))) {
    const advice = look.family(id)?.advice
    if (!advice) continue
    yield look.paint('heading', say`What to do about ${look.familyName(id)}`)
    yield* item(say`Clean it: ${terminalText(advice.clean)}`, look)
    yield* item(say`Close the hole: ${terminalText(advice.patch)}`, look)
  }
}

function item(text: TerminalText, { width }: Look): readonly TerminalText[] {
  return wrap(text, width - 2).map(line => say`  ${line}`)
}
