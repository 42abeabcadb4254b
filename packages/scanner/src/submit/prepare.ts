import { type Cell, type Coverage, type Network, parseAddress } from '@redalert/core'
import type { Target } from '../spool/targets.ts'
import { leaving, type StayReason } from './leaving.ts'
import type { SensorTokens } from './sensor-token.ts'
import { shownListens } from './shown-listens.ts'
import type { Told } from './told.ts'

/** What leaves the house: servers by their tokens, addresses as far as their owner wants. */
export type Prepared = {
  readonly cells: readonly Cell[]
  readonly coverage: readonly Coverage[]
  readonly zone: string | null
  readonly stay: { readonly [Reason in StayReason]: number }
}

export type PrepareOptions = {
  readonly tokens: SensorTokens
  readonly target: Target
  readonly mine: readonly Network[]
}

/** Takes away from what was told all that is nobody else's business. */
export function prepare(told: Told, { tokens, target, mine }: PrepareOptions): Prepared {
  const listens = new Set(told.coverage.flatMap(each => each.listens ?? []).map(canonical))
  const { cells, stay } = leaving(told.cells, { mine, listens })
  const sensors = new Set(cells.map(({ sensor }) => sensor))
  // A server of which nothing is known, not even that it was silent, is not told of.
  const coverage = told.coverage.filter(
    ({ sensor, hours }) => sensors.has(sensor) || Object.keys(hours).length > 0,
  )
  return {
    cells: cells.map(cell => ({ ...cell, sensor: tokens(cell.sensor) })),
    coverage: coverage.map(each => ({
      ...each,
      sensor: tokens(each.sensor),
      signatures: each.signatures.slice(0, 64),
      listens: shownListens(each.listens, target),
    })),
    zone: told.zone,
    stay: { ...stay, unproven: stay.unproven + told.unproven },
  }
}

function canonical(address: string): string {
  return parseAddress(address) ?? address
}
