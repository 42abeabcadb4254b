import { addCell, type ReadContext, rules, signatures } from '@redalert/core'
import { type Observed, observer } from '../engine/observe.ts'
import type { Line } from '../read/line.ts'
import { cellsOf } from '../tally.ts'
import type { Followed } from './followed.ts'
import type { WatchState } from './watch-state.ts'

/** Takes lines of a log that is followed into the state of a watch. */
export type Gatherer = (lines: readonly Line[], followed: Followed) => void

export type GatherOptions = {
  readonly sensor: string
  readonly context: ReadContext
}

/** A block of header lines is no longer. */
const keptHeaders = 8
/** Three months: of older hours nobody counts on. */
const mostHours = 2200

const ready = rules(signatures)

/** Makes a gatherer. What a header said holds for the lines behind it, also after a restart. */
export function gatherer(state: WatchState, { sensor, context }: GatherOptions): Gatherer {
  const readers = new WeakMap<Followed, (lines: readonly Line[]) => Observed>()

  function readerOf(followed: Followed): (lines: readonly Line[]) => Observed {
    const known = readers.get(followed)
    if (known) return known
    const observe = observer({ context, rules: ready })
    observe(followed.headers.map((text, index) => ({ text, number: index + 1, at: 0 })))
    readers.set(followed, observe)
    return observe
  }

  return (lines, followed) => {
    const observed = readerOf(followed)(lines)
    const headers = lines.filter(({ text }) => text.startsWith('#')).map(({ text }) => text)
    if (headers.length > 0) followed.headers = [...followed.headers, ...headers].slice(-keptHeaders)
    for (const match of observed.matches) {
      for (const cell of cellsOf(match, followed.origin, sensor)) {
        const evidence = cell.evidence.map(({ at, text }) => ({ at, text }))
        addCell(state.cells, { ...cell, evidence })
      }
    }
    for (const [hour, count] of observed.hours) {
      state.hours.set(hour, (state.hours.get(hour) ?? 0) + count)
      state.fresh.add(hour)
    }
    for (const address of observed.listens) if (state.listens.size < 64) state.listens.add(address)
    forgetHours(state)
  }
}

/** Hours that were submitted and are long over go first. */
function forgetHours({ hours, fresh }: WatchState): void {
  if (hours.size <= mostHours * 1.1) return
  for (const hour of [...hours.keys()].toSorted()) {
    if (hours.size <= mostHours) return
    if (!fresh.has(hour)) hours.delete(hour)
  }
}
