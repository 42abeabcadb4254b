/** Bytes that grow while they are written. */
export type ByteWriter = { bytes: Buffer; length: number }

/** Nothing written yet. */
export function byteWriter(expected = 1024): ByteWriter {
  return { bytes: Buffer.allocUnsafe(expected), length: 0 }
}

/** A copy of what was written so far; the writer may be used again. */
export function writtenBytes({ bytes, length }: ByteWriter): Uint8Array {
  return Uint8Array.prototype.slice.call(bytes, 0, length)
}

/** Writes a whole number of up to 53 bits, seven at a time, the low ones first. */
export function putNumber(writer: ByteWriter, number: number): void {
  reserve(writer, 8)
  let rest = number
  while (rest > 0x7f) {
    writer.bytes[writer.length++] = (rest % 0x80) | 0x80
    rest = rest > 0x7fffffff ? Math.floor(rest / 0x80) : rest >>> 7
  }
  writer.bytes[writer.length++] = rest
}

/** Writes bytes as they are. */
export function putBytes(writer: ByteWriter, bytes: Uint8Array): void {
  reserve(writer, bytes.length)
  writer.bytes.set(bytes, writer.length)
  writer.length += bytes.length
}

/** Writes a text of one character per byte, behind its length. */
export function putText(writer: ByteWriter, text: string): void {
  putNumber(writer, text.length)
  reserve(writer, text.length)
  writer.length += writer.bytes.write(text, writer.length, 'latin1')
}

function reserve(writer: ByteWriter, more: number): void {
  const needed = writer.length + more
  if (needed <= writer.bytes.length) return
  const larger = Buffer.allocUnsafe(Math.max(needed, writer.bytes.length * 2))
  writer.bytes.copy(larger, 0, 0, writer.length)
  writer.bytes = larger
}
