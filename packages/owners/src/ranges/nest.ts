import { type Column, compareAt, compareRows, lastNotAfter } from './columns.ts'
import type { Key, Width } from './key.ts'

/** Ranges that may lie in each other, and even overlap, ready to be asked which of them hold an address. */
export type NestedRanges = {
  readonly width: Width
  /** Sorted by start; of two that start together the wider comes first. */
  readonly starts: Column
  readonly ends: Column
  /** For each range the nearest one before it that reaches to its start, or -1: the way up from narrow to wide. */
  readonly parents: Int32Array
}

/** Puts ranges in order; `order` says where each sorted row stood before, so that what belongs to it can follow. */
export function nest(
  width: Width,
  starts: Column,
  ends: Column,
): { readonly ranges: NestedRanges; readonly order: Uint32Array } {
  const rows = starts.length / width
  const order = Uint32Array.from({ length: rows }, (_, row) => row)
  order.sort(
    (one, other) =>
      compareRows(starts, one, { other: starts, otherRow: other, width }) ||
      compareRows(ends, other, { other: ends, otherRow: one, width }) ||
      one - other,
  )
  const ranges = {
    width,
    starts: reorder(starts, order, width),
    ends: reorder(ends, order, width),
    parents: new Int32Array(rows),
  }
  linkParents(ranges)
  return { ranges, order }
}

/** The rows of the ranges that hold an address, the narrowest first. */
export function covering({ width, starts, ends, parents }: NestedRanges, key: Key): number[] {
  if (key.length !== width) return []
  const rows: number[] = []
  let row = lastNotAfter(starts, parents.length, key)
  for (; row >= 0; row = parents[row] ?? -1) if (compareAt(ends, row, key) >= 0) rows.push(row)
  return rows
}

/** A range that has ended before the next one starts can hold nothing that follows, and leaves the stack for good. */
function linkParents({ width, starts, ends, parents }: NestedRanges): void {
  const open: number[] = []
  for (let row = 0; row < parents.length; row++) {
    while (open.length > 0) {
      const top = open.at(-1) ?? 0
      if (compareRows(ends, top, { other: starts, otherRow: row, width }) >= 0) break
      open.pop()
    }
    parents[row] = open.at(-1) ?? -1
    open.push(row)
  }
}

function reorder(column: Column, order: Uint32Array, width: Width): Column {
  const sorted = new Uint32Array(column.length)
  for (let row = 0; row < order.length; row++) {
    const from = (order[row] ?? 0) * width
    for (let at = 0; at < width; at++) sorted[row * width + at] = column[from + at] ?? 0
  }
  return sorted
}
