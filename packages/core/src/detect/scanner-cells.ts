import { type Cell, keptIdentities } from '../model/cell.ts'
import { scannerMark } from './scanner.ts'

/**
 * The scanner's cells that cover some cells of its source: every request that made those also named a scanner. Undefined
 * when one did not. Of very many requests only the kept ones can be compared.
 */
export function scannerCells(
  cells: readonly Cell[],
  all: readonly Cell[],
): readonly Cell[] | undefined {
  const covering = cells.map(cell => all.find(other => isOfSameHour(cell, other)))
  if (covering.some((cover, index) => !cover || !covers(cover, cells[index] as Cell)))
    return undefined
  return [...new Set(covering.filter(cover => cover !== undefined))]
}

function isOfSameHour(cell: Cell, other: Cell): boolean {
  return (
    other.mark === scannerMark &&
    other.hour === cell.hour &&
    other.clock === cell.clock &&
    other.sensor === cell.sensor
  )
}

function covers(cover: Cell, { identities }: Cell): boolean {
  const known = new Set(cover.identities)
  const last = cover.identities.at(-1) ?? ''
  const isFull = known.size === keptIdentities
  return identities.every(identity => known.has(identity) || (isFull && identity > last))
}
