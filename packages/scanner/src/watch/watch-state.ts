import { readFile } from 'node:fs/promises'
import { type Cell, cellOfPlain, type Hour, type PlainCell, plainCell } from '@redalert/core'
import type { Spooled } from '../spool/spooled.ts'
import { writeDurably } from '../spool/write-durably.ts'
import type { Followed } from './followed.ts'

/**
 * All that a watch knows, in one file that is replaced at once: how far the logs were read, what was found in just that
 * part of them and not submitted yet, and the submissions on their way to the spool. So nothing is lost and nothing
 * counts twice, whenever it is killed.
 */
export type WatchState = {
  readonly followed: Followed[]
  readonly cells: Map<string, Cell>
  /** Lines read in each hour, also before the last submission: an hour is always told whole. */
  readonly hours: Map<Hour, number>
  /** The hours whose count was not submitted yet. */
  readonly fresh: Set<Hour>
  readonly listens: Set<string>
  outgoing: readonly Spooled[]
  /** When somebody looked last, in milliseconds. */
  lookedAt: number | undefined
}

/** What is known before anything was read. */
export function emptyState(): WatchState {
  return {
    followed: [],
    cells: new Map(),
    hours: new Map(),
    fresh: new Set(),
    listens: new Set(),
    outgoing: [],
    lookedAt: undefined,
  }
}

type PlainState = {
  readonly kind: 'watch'
  readonly schema: 1
  readonly followed: Followed[]
  readonly cells: readonly (readonly [string, PlainCell])[]
  readonly hours: readonly (readonly [Hour, number])[]
  readonly fresh: readonly Hour[]
  readonly listens: readonly string[]
  readonly outgoing: readonly Spooled[]
  readonly lookedAt: number | null
}

/** Writes the state so that it is there, whole, also after the power failed. */
export async function writeState(path: string, state: WatchState): Promise<void> {
  const plain: PlainState = {
    kind: 'watch',
    schema: 1,
    followed: state.followed,
    cells: [...state.cells].map(([key, cell]) => [key, plainCell(cell)]),
    hours: [...state.hours],
    fresh: [...state.fresh],
    listens: [...state.listens],
    outgoing: state.outgoing,
    lookedAt: state.lookedAt ?? null,
  }
  await writeDurably(path, JSON.stringify(plain))
}

/** The state that was written last; empty when there is none, undefined when it is damaged or of another version. */
export async function readState(path: string): Promise<WatchState | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return emptyState()
    throw error
  }
  try {
    return stateOf(JSON.parse(text) as PlainState)
  } catch {
    return undefined
  }
}

function stateOf(plain: PlainState): WatchState | undefined {
  if (plain.kind !== 'watch' || plain.schema !== 1) return undefined
  return {
    followed: plain.followed,
    cells: new Map(plain.cells.map(([key, cell]) => [key, cellOfPlain(cell)])),
    hours: new Map(plain.hours),
    fresh: new Set(plain.fresh),
    listens: new Set(plain.listens),
    outgoing: plain.outgoing,
    lookedAt: plain.lookedAt ?? undefined,
  }
}
