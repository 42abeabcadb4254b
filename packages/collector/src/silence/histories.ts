import type { Cell, Source } from '@redalert/core'
import { contactHistory } from '../estimates/fixed/contact-history.ts'
import type { ContactHistory } from '../estimates/fixed/contact-model.ts'
import { habitsOf } from '../estimates/fixed/habits.ts'
import type { JudgeCells, ToldCell } from '../trust/told-hosts.ts'

/** What is read of many sources at once. */
export type CellsOf = (sources: Iterable<Source>) => ReadonlyMap<Source, readonly ToldCell[]>

const together = 500

/** When each host of some sources was in contact with whom, by family; sources are read in pieces. */
export function* histories(
  sources: Iterable<Source>,
  { cellsOf, judged }: { readonly cellsOf: CellsOf; readonly judged: JudgeCells },
): Generator<readonly [Source, ReadonlyMap<string, ContactHistory>], void> {
  let some: Source[] = []
  const read = function* () {
    for (const [source, told] of cellsOf(some)) yield [source, historiesOf(told, judged)] as const
    some = []
  }
  for (const source of new Set(sources)) {
    if (some.push(source) === together) yield* read()
  }
  if (some.length > 0) yield* read()
}

function historiesOf(
  told: readonly ToldCell[],
  judged: JudgeCells,
): ReadonlyMap<string, ContactHistory> {
  const usable = told
    .filter(({ cell }) => cell.clock === 'known')
    // Two submitters may call their sensors the same.
    .map(({ submitter, cell }): Cell => ({ ...cell, sensor: `${submitter} ${cell.sensor}` }))
  const all = new Map<string, ContactHistory>()
  for (const { family, cells } of judged(usable)) {
    const history = contactHistory(cells, habitsOf(family).isAwake)
    if (history) all.set(family, history)
  }
  return all
}
