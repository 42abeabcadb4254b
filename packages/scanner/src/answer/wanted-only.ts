import { type Appeal, claims, type Hour, type Signature, wholeMark } from '@redalert/core'
import type { Told } from '../submit/told.ts'

/** Of what logs showed, that which an appeal asks for: its families, in its days. The rest is nobody's business. */
export function wantedOnly(
  told: Told,
  { from, until }: Pick<Appeal, 'from' | 'until'>,
  wanted: readonly Signature[],
): Told {
  const marks = new Set(wanted.flatMap(family => [...claims(family), ...Object.keys(family.marks)]))
  return {
    ...told,
    cells: told.cells.filter(
      ({ mark, first, last }) =>
        marks.has(wholeMark(mark) ?? mark) && last >= from && first < until,
    ),
    coverage: told.coverage.map(each => ({
      ...each,
      hours: Object.fromEntries(
        (Object.entries(each.hours) as [Hour, number][]).filter(
          ([hour]) => `${hour}:59:59Z` >= from && `${hour}:00:00Z` < until,
        ),
      ),
    })),
  }
}
