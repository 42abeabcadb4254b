import type { DatabaseSync } from 'node:sqlite'
import { mergeRuns } from './merge-runs.ts'
import type { Run, RunWriter } from './run.ts'
import type { RunList } from './run-list.ts'

/** Merges runs of a level into one of the next, a little at a time, so that there are never many and no batch waits long. */
export type Compactor = { readonly work: (cellsAdded: number) => void }

type Merge = {
  readonly runs: readonly Run[]
  readonly target: RunWriter
  readonly steps: Generator<number, void>
}

/** So many runs of one level become one. */
const fanOut = 12
/** How much is merged on each level for each cell that comes in; one would just suffice. */
const pace = 2

/** To be used inside a transaction. */
export function compactor(database: DatabaseSync, runs: RunList): Compactor {
  const merges = new Map<number, Merge>()

  const begin = (level: number): Merge | undefined => {
    const ripe = runs.all().filter(run => run.level === level)
    if (ripe.length < fanOut) return undefined
    const chosen = ripe.slice(0, fanOut)
    const target = runs.begin(chosen.reduce((pairs, run) => pairs + run.pairs, 0))
    return { runs: chosen, target, steps: mergeRuns(database, chosen, target) }
  }
  const step = (level: number, cells: number): void => {
    const merge = merges.get(level) ?? begin(level)
    if (!merge) return
    merges.set(level, merge)
    for (let left = cells; left > 0;) {
      const next = merge.steps.next()
      if (!next.done) {
        left -= next.value
        continue
      }
      runs.add(merge.target.finish(level + 1))
      runs.drop(merge.runs)
      merges.delete(level)
      return
    }
  }
  return {
    work(cellsAdded) {
      const levels = new Set(runs.all().map(run => run.level))
      for (const level of levels) step(level, cellsAdded * pace)
    },
  }
}
