import type { Notice } from '../notice/notice.ts'
import { topicsOf } from '../notice/topic.ts'
import { csvCell } from '../safe/csv-cell.ts'
import { knownLiterals } from '../safe/known-literals.ts'
import { columns } from './columns.ts'
import { factsOf } from './facts.ts'

/**
 * All machines of a notice as a table: RFC 4180, every cell quoted, in the shape of Shadowserver's `event4_*` reports,
 * which abuse desks read already. No cell is a formula, and none holds what redalert looks for.
 */
export function hostsCsv(notice: Notice): string {
  const literals = knownLiterals(notice.hosts.map(({ family }) => family))
  const rows = topicsOf(notice.hosts).flatMap(({ hosts }) =>
    hosts.map(host => {
      const facts = factsOf(host, notice, literals)
      return Object.values(columns).map(cellOf => cellOf?.(facts) ?? '')
    }),
  )
  return [Object.keys(columns), ...rows]
    .map(cells => `${cells.map(csvCell).join(',')}\r\n`)
    .join('')
}
