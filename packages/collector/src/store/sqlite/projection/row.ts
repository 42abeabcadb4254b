import { byteReader, type ByteReader, takeNumber } from '../../../told/byte-reader.ts'
import { byteWriter, putBytes, putNumber, writtenBytes } from '../../../told/byte-writer.ts'
import { type CellRecord, compareRecords } from '../../../told/cell-record.ts'
import { readRecord } from '../../../told/read-record.ts'
import { writeRecord } from '../../../told/write-record.ts'
import { mergeRecords } from './merge-records.ts'

/**
 * The cells of one source as a row of a run holds them: parts one behind the other, each with its length, its
 * submitters and its records. Rows are joined without being opened.
 */
export type Row = Uint8Array

const [row, part] = [byteWriter(64 * 1024), byteWriter(64 * 1024)]

/** A row of one part. The records must be sorted. */
export function encodeRow(records: readonly CellRecord[]): Row {
  const submitters = submittersOf(records)
  part.length = 0
  putNumber(part, submitters.length)
  for (const submitter of submitters) putNumber(part, submitter)
  putNumber(part, records.length)
  let hour = 0
  for (const record of records) {
    writeRecord(part, { ...record, submitter: submitters.indexOf(record.submitter) }, hour)
    hour = record.hour
  }
  row.length = 0
  putNumber(row, part.length)
  putBytes(row, part.bytes.subarray(0, part.length))
  return writtenBytes(row)
}

/** All records of a row, as they stand: those of one key may stand in several parts. */
export function decodeRow(bytes: Row): CellRecord[] {
  const reader = byteReader(bytes)
  const records: CellRecord[] = []
  while (reader.at < bytes.length) {
    takeNumber(reader)
    const submitters = takeNumbers(reader)
    let hour = 0
    for (let left = takeNumber(reader); left > 0; left--) {
      const record = readRecord(reader, hour)
      hour = record.hour
      records.push({ ...record, submitter: submitters[record.submitter] ?? 0 })
    }
  }
  return records
}

/** Who told what a row holds; some perhaps more than once. */
export function tellersOf(bytes: Row): readonly number[] {
  const reader = byteReader(bytes)
  const tellers: number[] = []
  while (reader.at < bytes.length) {
    const length = takeNumber(reader)
    const end = reader.at + length
    tellers.push(...takeNumbers(reader))
    reader.at = end
  }
  return tellers
}

/** Sorts records of one source and merges those of one key. */
export function mergeRow(
  records: readonly CellRecord[],
  piece: (number: number) => string,
): readonly CellRecord[] {
  const merged: CellRecord[] = []
  for (const record of records.toSorted(compareRecords)) {
    const previous = merged.at(-1)
    if (previous && compareRecords(previous, record) === 0) {
      merged[merged.length - 1] = mergeRecords(previous, record, piece)
    } else merged.push(record)
  }
  return merged
}

function submittersOf(records: readonly CellRecord[]): readonly number[] {
  const [only] = records
  if (records.length === 1 && only) return [only.submitter]
  return [...new Set(records.map(({ submitter }) => submitter))]
}

function takeNumbers(reader: ByteReader): readonly number[] {
  const numbers: number[] = []
  for (let left = takeNumber(reader); left > 0; left--) numbers.push(takeNumber(reader))
  return numbers
}
