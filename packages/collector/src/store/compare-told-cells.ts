import { cellKey } from '@redalert/core'
import type { ToldCell } from './store.ts'

/** The order in which every engine gives the cells of a source: by hour, mark, sensor and submitter. */
export function compareToldCells(one: ToldCell, other: ToldCell): number {
  return (
    compare(one.cell.hour, other.cell.hour) ||
    compare(cellKey(one.cell), cellKey(other.cell)) ||
    compare(one.submitter, other.submitter)
  )
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
