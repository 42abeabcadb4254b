import type { Row } from '../../finding.ts'
import { terminalText, say, type TerminalText } from '../terminal.ts'
import { widthOf } from '../width.ts'
import { gap } from './columns.ts'
import { lineCountOf, requestsOf } from './counted.ts'
import type { Look } from './look.ts'
import { seenOf } from './seen.ts'
import { whereOf } from './where.ts'

/** The headings of the columns. */
export function headingLine({ columns, paint }: Look): TerminalText {
  const { source, seen, requests, lines } = columns
  const cells = [
    'SOURCE'.padEnd(source),
    'FIRST – LAST SEEN (UTC)'.padEnd(seen),
    'REQUESTS'.padStart(requests),
    'LINES'.padStart(lines),
    'FILE:LINE',
  ]
  return paint('aside', terminalText(cells.join(' '.repeat(gap))))
}

/** A row: who, from when to when, how often, and where that stands. */
export function rowLines(row: Row, { columns }: Look): readonly TerminalText[] {
  const source = terminalText(row.source)
  const alone = widthOf(source) > columns.source
  const cells = [
    pad(alone ? say`` : source, columns.source),
    pad(seenOf(row, columns.exactness), columns.seen),
    requestsOf(row).padStart(columns.requests),
    lineCountOf(row).padStart(columns.lines),
    whereOf(row, columns.where),
  ]
  const line = cells.join(' '.repeat(gap)) as TerminalText
  return alone ? [source, line] : [line]
}

function pad(text: TerminalText, width: number): string {
  return `${text}${' '.repeat(Math.max(0, width - widthOf(text)))}`
}
