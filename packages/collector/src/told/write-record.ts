import { type ByteWriter, putBytes, putNumber, putText } from './byte-writer.ts'
import type { CellRecord } from './cell-record.ts'

/** Writes one cell; the hour is told as the distance from the one before. */
export function writeRecord(writer: ByteWriter, record: CellRecord, hourBefore: number): void {
  const { evidence, payloadHosts, identities } = record
  putNumber(writer, record.hour - hourBefore)
  putNumber(writer, record.mark)
  putNumber(writer, record.sensor)
  putNumber(writer, record.submitter)
  putNumber(
    writer,
    (record.isAssumed ? 1 : 0) | (record.ownPayload ? 2 : 0) | (payloadHosts.length > 0 ? 4 : 0),
  )
  putNumber(writer, record.first)
  putNumber(writer, record.last - record.first)
  putNumber(writer, identities.length / 8)
  putBytes(writer, identities)
  putNumber(writer, evidence.length)
  for (const { at, pieces } of evidence) {
    putNumber(writer, at)
    putNumber(writer, pieces.length)
    for (const piece of pieces) writePiece(writer, piece)
  }
  if (payloadHosts.length === 0) return
  putNumber(writer, payloadHosts.length)
  for (const host of payloadHosts) putText(writer, host)
}

function writePiece(writer: ByteWriter, piece: Uint8Array | number): void {
  if (typeof piece === 'number') {
    putNumber(writer, piece * 2 + 1)
    return
  }
  putNumber(writer, piece.length * 2)
  putBytes(writer, piece)
}
