import { amount, size } from '../report/amount.ts'
import { terminalBytes, terminalText } from '../report/terminal.ts'
import { heldText } from './sent-text.ts'
import type { Prepared } from './prepare.ts'
import type { Spooled } from '../spool/spooled.ts'

const shownLines = 10

/** What would leave, for the person who is asked: the figures, and the first lines as they would go. */
export function preview(
  ready: readonly Spooled[],
  prepared: readonly Prepared[],
): readonly string[] {
  const [first] = ready
  if (!first) return []
  const cells = prepared.flatMap(each => each.cells)
  const coverage = prepared.flatMap(each => each.coverage)
  const lines = [...new Set(cells.flatMap(({ evidence }) => evidence.map(({ text }) => text)))]
  const sensors = [...new Set(coverage.map(({ sensor }) => sensor))]
  const listens = [...new Set(coverage.flatMap(each => each.listens ?? []))]
  const bytes = ready.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0)
  const what = heldText({
    cells: cells.length,
    sources: new Set(cells.map(({ source }) => source)).size,
    hours: ready.reduce((sum, { holds }) => sum + holds.hours, 0),
  })
  return [
    `To ${terminalText(first.to)}, ${first.key ? 'with your key' : 'as nobody in particular'}: ${what}, in ${amount(ready.length, 'piece')} of ${size(bytes)}`,
    `  your server as ${sensors.join(', ') || 'nothing'}, listening at ${listens.join(', ') || 'an address that is not told'}`,
    ...lines.slice(0, shownLines).map(line => `  ${terminalBytes(line.split('\n').at(-1) ?? '')}`),
    ...(lines.length > shownLines
      ? [`  and ${amount(lines.length - shownLines, 'more line')}: --dry-run shows all of it`]
      : []),
  ]
}
