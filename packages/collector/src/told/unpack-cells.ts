import type { Cell } from '@redalert/core'
import { cellOf } from './cell-of.ts'
import { openPacked } from './open-packed.ts'
import type { PackedCells } from './pack-cells.ts'
import { sourceOfBytes } from './source-bytes.ts'

/** The cells that were packed, sorted. */
export function unpackCells(packed: PackedCells): readonly Cell[] {
  const { marks, sensors, pieces, sources } = openPacked(packed)
  const name = (names: readonly string[]) => (number: number) => names[number] ?? ''
  const naming = { mark: name(marks), sensor: name(sensors), piece: name(pieces) }
  const cells: Cell[] = []
  for (const { source, records } of sources) {
    const address = sourceOfBytes(source)
    for (const record of records) cells.push(cellOf(address, record, naming))
  }
  return cells
}
