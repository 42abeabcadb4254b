import type { Row } from '../../finding.ts'
import { widthOf } from '../width.ts'
import { lineCountOf, requestsOf } from './counted.ts'
import { longSeen, shortSeen } from './seen.ts'

/** How wide the columns are. A source that is wider than its column has a line of its own. */
export type Columns = {
  readonly source: number
  readonly seen: number
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
  const source = widest(
    'SOURCE',
    first.map(row => row.source),
  )
  const counts = {
    requests: widest('REQUESTS', first.map(requestsOf)),
    lines: widest('LINES', first.map(lineCountOf)),
  }
  const room = width - counts.requests - counts.lines - 4 * gap
  for (const columns of [
    { source, seen: longSeen },
    { source, seen: shortSeen },
    { source: Math.min(source, ipv4), seen: shortSeen },
  ]) {
    const where = room - columns.source - columns.seen
    if (where >= leastWhere) return { ...columns, ...counts, where }
  }
  return { source: Math.min(source, ipv4), seen: shortSeen, ...counts, where: leastWhere }
}

function widest(heading: string, texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, widthOf(text)), heading.length)
}
