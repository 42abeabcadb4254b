import type { CellRecord } from '../../../told/cell-record.ts'
import { openPacked } from '../../../told/open-packed.ts'
import type { PackedCells } from '../../../told/pack-cells.ts'
import type { Names } from './names.ts'
import type { Pieces } from './pieces.ts'

/** A record and which arrival of a batch told it. */
export type Gathered = { readonly record: CellRecord; readonly arrival: number }

/** Adds the records of an arrival, with the projection's numbers, to those of the batch by source. */
export function gather(
  bySource: Map<string, Gathered[]>,
  told: { readonly cells: PackedCells; readonly arrival: number; readonly submitter: number },
  { names, pieces }: { readonly names: Names; readonly pieces: Pieces },
): number {
  const opened = openPacked(told.cells)
  const marks = opened.marks.map(mark => names.numberOf('mark', mark))
  const sensors = opened.sensors.map(sensor => names.numberOf('sensor', sensor))
  const common = opened.pieces.map(text => pieces.numberOf(text) ?? Buffer.from(text, 'latin1'))
  const numbered = (piece: Uint8Array | number) =>
    typeof piece === 'number' ? (common[piece] ?? piece) : piece
  // Field by field: to copy the rest by `...` takes three times as long, for every cell.
  const translate = (record: CellRecord): CellRecord => ({
    hour: record.hour,
    mark: marks[record.mark] ?? 0,
    isAssumed: record.isAssumed,
    sensor: sensors[record.sensor] ?? 0,
    submitter: told.submitter,
    ownPayload: record.ownPayload,
    first: record.first,
    last: record.last,
    identities: record.identities,
    evidence: record.evidence.map(({ at, pieces }) => ({ at, pieces: pieces.map(numbered) })),
    payloadHosts: record.payloadHosts,
  })
  let cells = 0
  for (const { source, records } of opened.sources) {
    const known = bySource.get(source) ?? []
    for (const record of records) known.push({ record: translate(record), arrival: told.arrival })
    bySource.set(source, known)
    cells += records.length
  }
  return cells
}
