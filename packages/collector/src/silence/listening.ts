import type { Hour } from '@redalert/core'
import { coveredHours } from '../estimates/fixed/covered-hours.ts'
import type { CoverageRow } from '../store/store.ts'

/** How many addresses listened in each hour, of all that some submitters told. Their sensors are theirs, however they are called. */
export function listening(
  submitters: Iterable<string>,
  coverageOf: (submitter: string) => readonly CoverageRow[],
): ReadonlyMap<Hour, number> {
  const all = new Map<Hour, number>()
  for (const submitter of submitters)
    for (const [hour, addresses] of coveredHours(coverageOf(submitter)))
      all.set(hour, (all.get(hour) ?? 0) + addresses)
  return all
}
