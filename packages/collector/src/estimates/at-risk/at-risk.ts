import type { Grade, Instant, Source } from '@redalert/core'
import { familiesThrough, type HoledFamily } from './through-hole.ts'

/** What is known of one host and one family. */
export type RiskRow = {
  readonly source: Source
  readonly family: string
  readonly grade: Grade
  readonly first: Instant
  readonly last: Instant
  /** When its owner last said that the hole is closed. */
  readonly patched: Instant | undefined
}

/** A host that the next worm through the same hole would take. */
export type HostAtRisk = {
  readonly source: Source
  /** The families that were seen on it and came through the hole. */
  readonly families: readonly string[]
  readonly first: Instant
  readonly last: Instant
  /** `never`: nobody said that it was closed; `refuted`: somebody did, and it was seen later. */
  readonly patched: 'never' | 'refuted'
}

/**
 * The hosts that were once seen through a hole and are not known to be patched, the last one first. Cleaning closes
 * nothing, silence neither; a patch closes the hole for all families that come through it, until one is seen again.
 */
export function atRisk(
  hole: string,
  rows: Iterable<RiskRow>,
  families: readonly HoledFamily[],
): readonly HostAtRisk[] {
  const through = familiesThrough(hole, families)
  const bySource = new Map<Source, RiskRow[]>()
  for (const row of rows) {
    if (!through.has(row.family) || row.grade === 'probe') continue
    const others = bySource.get(row.source)
    if (others) others.push(row)
    else bySource.set(row.source, [row])
  }
  return [...bySource]
    .flatMap(([source, its]) => riskOf(source, its) ?? [])
    .toSorted((one, other) => compare(other.last, one.last) || compare(one.source, other.source))
}

function riskOf(source: Source, rows: readonly RiskRow[]): HostAtRisk | undefined {
  const moments = (of: (row: RiskRow) => Instant | undefined) =>
    rows.flatMap(row => of(row) ?? []).toSorted(compare)
  const [first] = moments(row => row.first)
  const last = moments(row => row.last).at(-1)
  const patched = moments(row => row.patched).at(-1)
  if (!first || !last || (patched !== undefined && patched >= last)) return undefined
  return {
    source,
    families: [...new Set(rows.map(({ family }) => family))].toSorted(compare),
    first,
    last,
    patched: patched === undefined ? 'never' : 'refuted',
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
