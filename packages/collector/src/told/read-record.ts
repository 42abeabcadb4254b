import { type ByteReader, takeBytes, takeNumber, takeText } from './byte-reader.ts'
import type { CellRecord, EvidenceRecord } from './cell-record.ts'

/** Reads what `writeRecord` wrote. The bytes in it are those of the reader, not copied. */
export function readRecord(reader: ByteReader, hourBefore: number): CellRecord {
  const hour = hourBefore + takeNumber(reader)
  const mark = takeNumber(reader)
  const sensor = takeNumber(reader)
  const submitter = takeNumber(reader)
  const flags = takeNumber(reader)
  const first = takeNumber(reader)
  const last = first + takeNumber(reader)
  const identities = takeBytes(reader, takeNumber(reader) * 8)
  const evidence: EvidenceRecord[] = []
  for (let left = takeNumber(reader); left > 0; left--) evidence.push(readEvidence(reader))
  const payloadHosts: string[] = []
  if (flags & 4) {
    for (let left = takeNumber(reader); left > 0; left--) payloadHosts.push(takeText(reader))
  }
  return {
    hour,
    mark,
    isAssumed: (flags & 1) !== 0,
    sensor,
    submitter,
    ownPayload: (flags & 2) !== 0,
    first,
    last,
    identities,
    evidence,
    payloadHosts,
  }
}

function readEvidence(reader: ByteReader): EvidenceRecord {
  const at = takeNumber(reader)
  const pieces: (Uint8Array | number)[] = []
  for (let left = takeNumber(reader); left > 0; left--) {
    const told = takeNumber(reader)
    pieces.push(told % 2 === 1 ? (told - 1) / 2 : takeBytes(reader, told / 2))
  }
  return { at, pieces }
}
