import type { Row } from '../../finding.ts'
import { widthOf } from '../width.ts'
import { lineCountOf, requestsOf } from './counted.ts'
import { type Exactness, seenOf } from './seen.ts'

/** How wide the columns are. A source that is wider than its column has a line of its own. */
export type Columns = {
  readonly source: number
  readonly seen: number
  readonly exactness: Exactness
  readonly requests: number
  readonly lines: number
  readonly where: number
}

export const gap = 2
/** The first rows tell the widths, so that the table of a million begins at once. */
const looked = 500
const ipv4 = '255.255.255.255'.length
/** Enough for a file's name without its folder. */
const leastWhere = 16

/** Fits the columns into a width: the names of files give way first, then the times, then long sources. */
export function columnsFor(rows: readonly Row[], width: number): Columns {
  const first = rows.slice(0, looked)
  const widest = (heading: string, textOf: (row: Row) => string) =>
    first.reduce((widest, row) => Math.max(widest, widthOf(textOf(row))), heading.length)
  const source = widest('SOURCE', row => row.source)
  const counts = { requests: widest('REQUESTS', requestsOf), lines: widest('LINES', lineCountOf) }
  const timed = (exactness: Exactness) => ({
    exactness,
    seen: widest('FIRST – LAST SEEN (UTC)', row => seenOf(row, exactness)),
  })
  const narrow = { source: Math.min(source, ipv4), ...timed('minute') }
  const room = width - counts.requests - counts.lines - 4 * gap
  for (const columns of [{ source, ...timed('second') }, { source, ...timed('minute') }, narrow]) {
    const where = room - columns.source - columns.seen
    if (where >= leastWhere) return { ...columns, ...counts, where }
  }
  return { ...narrow, ...counts, where: leastWhere }
}
