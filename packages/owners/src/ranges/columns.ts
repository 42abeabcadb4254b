import type { Key, Width } from './key.ts'

/** Keys one behind the other in one array, as a snapshot keeps them. */
export type Column = Uint32Array

/** The key at a row. */
export function keyAt(column: Column, width: Width, row: number): Key {
  if (width === 1) return [column[row] ?? 0]
  return Array.from(column.subarray(row * width, (row + 1) * width))
}

/** Below zero when the key at a row comes before another. */
export function compareAt(column: Column, row: number, key: Key): number {
  const width = key.length
  const from = row * width
  for (let at = 0; at < width; at++) {
    const difference = (column[from + at] ?? 0) - (key[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Below zero when the key at one row comes before the key at a row of another column. */
export function compareRows(
  one: Column,
  row: number,
  { other, otherRow, width }: { other: Column; otherRow: number; width: Width },
): number {
  const [from, otherFrom] = [row * width, otherRow * width]
  for (let at = 0; at < width; at++) {
    const difference = (one[from + at] ?? 0) - (other[otherFrom + at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The last row whose key does not come behind this one, or -1; the column is sorted. */
export function lastNotAfter(column: Column, rows: number, key: Key): number {
  let [low, high] = [0, rows]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareAt(column, middle, key) <= 0) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Keys as a column. */
export function columnOf(keys: readonly Key[], width: Width): Column {
  const column = new Uint32Array(keys.length * width)
  for (const [row, key] of keys.entries()) column.set(key, row * width)
  return column
}
