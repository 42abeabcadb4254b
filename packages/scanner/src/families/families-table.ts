import { type Grade, grades, type Signature, surest } from '@redalert/core'
import { grouped } from '../report/amount.ts'
import { joined } from '../report/joined.ts'
import { shortened } from '../report/shortened.ts'
import { say, terminalText, type TerminalText } from '../report/terminal.ts'
import type { View } from '../report/view.ts'
import { widthOf } from '../report/width.ts'
import { wrap } from '../report/wrap.ts'

/** All families, one a line, and for how many a log can prove what. */
export function* familiesTable(
  signatures: readonly Signature[],
  { width, paint }: View,
): Generator<TerminalText, void> {
  const cells = signatures.map(signature => {
    const { id, years, hole, name } = signature
    return [id, surest(signature), years, hole.id, name].map(terminalText)
  })
  const headings = ['ID', 'AT MOST', 'YEARS', 'HOLE', 'NAME'].map(terminalText)
  const widths = headings.map((heading, column) =>
    Math.max(...[heading, ...cells.map(row => row[column] ?? heading)].map(widthOf)),
  )
  yield paint('aside', lineOf(headings, widths, width))
  for (const [index, row] of cells.entries()) {
    const line = lineOf(row, widths, width)
    const grade = surest(signatures[index] as Signature)
    yield grade === 'infected' ? paint('heading', line) : line
  }
  yield say``
  yield* wrap(summary(signatures), width)
}

/** The last column gets what is left. */
function lineOf(
  cells: readonly TerminalText[],
  widths: readonly number[],
  width: number,
): TerminalText {
  const padded = cells.slice(0, -1).map((cell, column) => pad(cell, widths[column] ?? 0))
  const start = padded.join('  ')
  return say`${start as TerminalText}  ${shortened(cells.at(-1) ?? say``, width - widthOf(start) - 2)}`
}

function pad(text: TerminalText, width: number): string {
  return `${text}${' '.repeat(Math.max(0, width - widthOf(text)))}`
}

const what: Readonly<Record<Grade, TerminalText>> = {
  infected: say`that the sender is infected`,
  likely: say`that it is likely infected`,
  probe: say`that it looked`,
}

function summary(signatures: readonly Signature[]): TerminalText {
  const counts = grades.map(grade => {
    const count = signatures.filter(signature => surest(signature) === grade).length
    return say`${what[grade]} for ${grouped(count)}`
  })
  return say`${grouped(signatures.length)} families. A log can show at most ${joined(counts, say`, `)}. redalert families ID tells all about one.`
}
