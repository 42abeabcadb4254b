import type { Grade } from '@redalert/core'
import type { Row } from '../../finding.ts'
import { type Paint, painter } from '../paint.ts'
import type { ReportOptions } from '../report.ts'
import { terminalText, type TerminalText } from '../terminal.ts'
import { wrap } from '../wrap.ts'
import { type Columns, columnsFor } from './columns.ts'

/** How everything in the table is shown. */
export type Look = {
  /** Of sentences: on a wide screen they stay readable. */
  readonly width: number
  readonly paint: Paint
  readonly columns: Columns
  readonly familyName: (id: string) => TerminalText
  readonly family: ReportOptions['family']
  readonly minGrade: Grade | undefined
}

const narrowest = 40
const widestSentence = 100

export function lookOf(
  { width, colour, family, minGrade }: ReportOptions,
  rows: readonly Row[],
): Look {
  const name = (id: string) => terminalText(family(id)?.name ?? id)
  const columns = Math.max(narrowest, width)
  return {
    width: Math.min(columns, widestSentence),
    paint: painter(colour),
    columns: columnsFor(rows, columns),
    familyName: name,
    family,
    minGrade,
  }
}

/** A heading, and a sentence that says what stands below it. */
export function titled(
  title: TerminalText,
  sentence: TerminalText,
  { width, paint }: Look,
): readonly TerminalText[] {
  return [paint('heading', title), ...wrap(sentence, width)]
}
