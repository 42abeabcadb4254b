import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)

/** A zip file that is not what it should be. */
class ZipError extends Error {}

const mostFiles = 50
const endRecord = 0x06054b50
const directoryRecord = 0x02014b50
const fileRecord = 0x04034b50

/**
 * The files of a zip archive (PKWARE APPNOTE 6.3): stored and deflated ones, as its directory lists them. Their names
 * are not looked at, so none can lead anywhere; encrypted ones and Zip64 are refused.
 */
export async function unzip(
  bytes: Uint8Array,
  mostBytes: number,
): Promise<readonly Uint8Array[] | 'too-large'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files: Uint8Array[] = []
  let left = mostBytes
  for (const entry of entriesOf(view)) {
    if (entry.size === 0) continue
    if (entry.size > left || files.length === mostFiles) return 'too-large'
    const packed = packedBytes(bytes, view, entry)
    const file =
      entry.method === 0 ? packed : await inflate(packed, { maxOutputLength: entry.size })
    if (file.length !== entry.size || crc32(file) !== entry.sum)
      throw new ZipError('a damaged file')
    left -= file.length
    files.push(file)
  }
  return files
}

type Entry = {
  readonly method: number
  readonly sum: number
  readonly packedSize: number
  readonly size: number
  readonly start: number
}

function* entriesOf(view: DataView): Generator<Entry> {
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryRecord) {
      throw new ZipError('a damaged directory')
    }
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8))
      throw new ZipError('a packing unknown here')
    yield {
      method,
      sum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    }
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
}

/** The record at the end, behind which a comment may stand. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === endRecord) return at
  }
  throw new ZipError('no directory')
}

function packedBytes(bytes: Uint8Array, view: DataView, { start, packedSize }: Entry): Uint8Array {
  if (start + 30 > bytes.length || view.getUint32(start, true) !== fileRecord) {
    throw new ZipError('a file that is not there')
  }
  const at = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  if (at + packedSize > bytes.length) throw new ZipError('a file that is not whole')
  return bytes.subarray(at, at + packedSize)
}
