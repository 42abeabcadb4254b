import { type Column, columnOf, keyAt } from './columns.ts'
import { type FlatRanges, halvesOf } from './flat-ranges.ts'
import { compareKeys, type Key, keyAfter, keyBefore, type Width } from './key.ts'
import { nest } from './nest.ts'

/**
 * Makes a flat table of ranges that may lie in each other or overlap: an address belongs to the one that starts last,
 * of two that start together to the narrower, of two that are the same to the one that stands later in the file.
 */
export function flatten(
  width: Width,
  { starts, ends, values }: { starts: Column; ends: Column; values: Uint32Array },
): FlatRanges {
  const { ranges, order } = nest(width, starts, ends)
  const pieces: Piece[] = []
  const open: Open[] = []
  const add = (piece: Piece) => {
    const last = pieces.at(-1)
    const behind = last && keyAfter(last.end)
    const joins = last?.row === piece.row && behind && compareKeys(behind, piece.start) === 0
    if (joins) pieces[pieces.length - 1] = { ...last, end: piece.end }
    else pieces.push(piece)
  }
  /** Closes what ends before a key; what lies beneath comes to light again where it reaches further. */
  const closeBefore = (key: Key | undefined) => {
    for (let top = open.at(-1); top; top = open.at(-1)) {
      if (key && compareKeys(top.end, key) >= 0) return
      open.pop()
      if (compareKeys(top.from, top.end) <= 0) add({ row: top.row, start: top.from, end: top.end })
      const behind = keyAfter(top.end)
      if (!behind) return
      for (const under of open) if (compareKeys(under.from, behind) < 0) under.from = behind
    }
  }
  for (let row = 0; row < order.length; row++) {
    const [start, end] = [keyAt(ranges.starts, width, row), keyAt(ranges.ends, width, row)]
    closeBefore(start)
    const top = open.at(-1)
    const before = keyBefore(start)
    if (top && before && compareKeys(top.from, before) <= 0)
      add({ row: top.row, start: top.from, end: before })
    if (top && compareKeys(top.from, start) < 0) top.from = start
    open.push({ row, from: start, end })
  }
  closeBefore(undefined)
  const column = columnOf(
    pieces.map(({ start }) => start),
    width,
  )
  return {
    width,
    starts: column,
    ends: columnOf(
      pieces.map(({ end }) => end),
      width,
    ),
    values: Uint32Array.from(pieces, ({ row }) => values[order[row] ?? 0] ?? 0),
    halves: width === 1 ? halvesOf(column) : new Uint32Array(0),
  }
}

type Piece = { readonly row: number; readonly start: Key; readonly end: Key }
type Open = { readonly row: number; from: Key; readonly end: Key }
