import { type Column, compareAt, lastNotAfter } from './columns.ts'
import type { Key, Width } from './key.ts'

/** Ranges that do not touch each other, with one value each; a table of whole address space looked up by the million. */
export type FlatRanges = {
  readonly width: Width
  readonly starts: Column
  readonly ends: Column
  readonly values: Uint32Array
  /** IPv4 only: for each upper half of an address the first row that starts in it or behind it; one more at the end. */
  readonly halves: Uint32Array
}

/** The row that holds an address, or -1. */
export function findRow(ranges: FlatRanges, key: Key): number {
  if (key.length !== ranges.width) return -1
  if (ranges.width === 1) return findIpv4(ranges, key[0] ?? 0)
  const row = lastNotAfter(ranges.starts, ranges.values.length, key)
  return row >= 0 && compareAt(ranges.ends, row, key) >= 0 ? row : -1
}

/** The row that holds an IPv4 address given as a number, or -1. */
export function findIpv4({ starts, ends, halves }: FlatRanges, address: number): number {
  const half = address >>> 16
  let low = halves[half] ?? 0
  let high = halves[half + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= address) low = middle + 1
    else high = middle
  }
  const row = low - 1
  return row >= 0 && (ends[row] ?? 0) >= address ? row : -1
}

/** The index over the upper halves of IPv4 addresses. */
export function halvesOf(starts: Column): Uint32Array {
  const halves = new Uint32Array(65_537)
  let row = 0
  for (let half = 0; half <= 65_536; half++) {
    while (row < starts.length && (starts[row] ?? 0) < half * 65_536) row++
    halves[half] = row
  }
  return halves
}
