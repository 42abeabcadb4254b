import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { byteReader, takeBytes, takeText } from '../../../told/byte-reader.ts'
import { byteWriter, putBytes, putText, writtenBytes } from '../../../told/byte-writer.ts'
import type { Told } from '../../../told/told.ts'

/** What an arrival told, as it stays in the record. */
export function toldBytes({ account, coverage, cells }: Told): Uint8Array {
  const writer = byteWriter(cells.length + 4096)
  putText(writer, Buffer.from(JSON.stringify({ account, coverage }), 'utf8').toString('latin1'))
  putBytes(writer, cells)
  return zstdCompressSync(writtenBytes(writer))
}

/** The inverse of {@link toldBytes}. */
export function toldOf(bytes: Uint8Array): Told {
  const reader = byteReader(zstdDecompressSync(bytes))
  const head = Buffer.from(takeText(reader), 'latin1').toString('utf8')
  const { account, coverage } = JSON.parse(head) as Pick<Told, 'account' | 'coverage'>
  return { account, coverage, cells: takeBytes(reader, reader.bytes.length - reader.at) }
}
