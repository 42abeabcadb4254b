import { type Coverage, signaturesVersion } from '@redalert/core'
import type { Spool } from '../spool/open-spool.ts'
import type { Spooled } from '../spool/spooled.ts'
import type { Told } from '../submit/told.ts'
import { follow } from './follow.ts'
import { gatherer, type GatherOptions } from './gatherer.ts'
import { type WatchState, writeState } from './watch-state.ts'

/** What watches logs. */
export type Watcher = {
  /** Reads what is new; what it found is safe when this comes back. */
  readonly look: () => Promise<void>
  /** Puts into the spool what was found since the last time. */
  readonly flush: () => Promise<void>
  readonly close: () => Promise<void>
}

export type WatchOptions = GatherOptions & {
  readonly names: readonly string[]
  readonly folder: string
  /** What is known from the last run. */
  readonly state: WatchState
  /** The file of what is known from one run to the next. */
  readonly stateFile: string
  readonly listens: readonly string[]
  readonly spool: Spool
  /** Makes submissions of what is told. */
  readonly make: (told: Told) => readonly Spooled[]
  readonly now: () => number
  readonly tell: (message: string) => void
}

/** So many cells are submitted before their time, that memory stays flat. */
const mostCells = 2000
const mostFresh = 2000

/** Takes up a watch where it was left. */
export async function openWatcher(options: WatchOptions): Promise<Watcher> {
  const { names, folder, state, stateFile, spool, now, tell } = options
  const gather = gatherer(state, options)
  const before = { lookedAt: state.lookedAt }
  const follower = follow({
    names,
    folder,
    followed: state.followed,
    lookedAt: () => before.lookedAt,
    now,
    tell,
    async take(lines, followed) {
      gather(lines, followed)
      if (state.cells.size >= mostCells || state.fresh.size >= mostFresh) await flush()
    },
  })
  const save = () => writeState(stateFile, state)

  /** The submissions stand in the state until they stand in the spool: a kill between the two does no harm. */
  async function handOver(): Promise<void> {
    if (state.outgoing.length === 0) return
    await spool.add(state.outgoing)
    state.outgoing = []
    await save()
  }

  async function flush(): Promise<void> {
    if (state.cells.size === 0 && state.fresh.size === 0) return
    state.outgoing = [...state.outgoing, ...options.make(toldOf(state, options))]
    state.cells.clear()
    state.fresh.clear()
    await save()
    await handOver()
  }

  await handOver()
  // Also that nothing was there yet is worth knowing: what comes after it is new.
  let saved: string | undefined
  return {
    async look() {
      const started = now()
      await follower.look()
      before.lookedAt = started
      state.lookedAt = started
      const looks = state.followed.map(({ at, key, path, seen }) => `${at} ${key} ${path} ${seen}`)
      if (looks.join('\n') === saved) return
      saved = looks.join('\n')
      await save()
    },
    flush,
    close: follower.close,
  }
}

function toldOf(state: WatchState, { sensor, context, listens }: WatchOptions): Told {
  const addresses = listens.length > 0 ? listens : [...state.listens].toSorted()
  const coverage: Coverage = {
    sensor,
    hours: Object.fromEntries(
      [...state.fresh].toSorted().map(hour => [hour, state.hours.get(hour) ?? 0]),
    ),
    listens: addresses.length > 0 ? addresses : null,
    signatures: signaturesVersion,
  }
  return {
    cells: [...state.cells.values()],
    coverage: [coverage],
    zone: context.zone?.name ?? null,
    unproven: 0,
  }
}
