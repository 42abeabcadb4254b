import { type Cell, keptIdentities } from './cell.ts'
import { smallest } from './merge.ts'
import type { Identity } from './identity.ts'

/** How many different requests some cells hold: exact below 64; from there on estimated, give or take 13 %. */
export type Requests = { readonly count: number; readonly exact: boolean }

/** Counts the union of the identities of cells (k minimum values, Bar-Yossef et al. 2002). Equal requests within one second count once. */
export function countRequests(cells: readonly Cell[]): Requests {
  const union = cells.reduce<readonly Identity[]>(
    (identities, cell) => smallest(identities, cell.identities, keptIdentities),
    [],
  )
  const largest = union[keptIdentities - 1]
  if (largest === undefined) return { count: union.length, exact: true }
  return {
    count: Math.round(((keptIdentities - 1) * 2 ** 64) / Number.parseInt(largest, 16)),
    exact: false,
  }
}
