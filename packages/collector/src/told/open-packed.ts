import { byteReader, takeNumber, takeText } from './byte-reader.ts'
import type { CellRecord } from './cell-record.ts'
import { packedVersion, type PackedCells } from './pack-cells.ts'
import { readRecord } from './read-record.ts'

/** Packed cells opened: what their numbers mean, and their records source by source. */
export type OpenedCells = {
  readonly marks: readonly string[]
  readonly sensors: readonly string[]
  readonly pieces: readonly string[]
  /** Each source once, as bytes of an address, ascending; to be walked once. */
  readonly sources: Iterable<SourceRecords>
}

export type SourceRecords = { readonly source: string; readonly records: readonly CellRecord[] }

/** Opens what `packCells` made. */
export function openPacked(packed: PackedCells): OpenedCells {
  const reader = byteReader(packed)
  const version = takeNumber(reader)
  if (version !== packedVersion) throw new RangeError(`packed cells of version ${version}`)
  const [marks = [], sensors = [], pieces = []] = [1, 2, 3].map(() =>
    Array.from({ length: takeNumber(reader) }, () => takeText(reader)),
  )
  return { marks, sensors, pieces, sources: readSources(reader) }
}

function* readSources(reader: ReturnType<typeof byteReader>): Generator<SourceRecords> {
  for (let left = takeNumber(reader); left > 0; left--) {
    const source = takeText(reader)
    const records: CellRecord[] = []
    let hour = 0
    for (let more = takeNumber(reader); more > 0; more--) {
      const record = readRecord(reader, hour)
      hour = record.hour
      records.push(record)
    }
    yield { source, records }
  }
}
