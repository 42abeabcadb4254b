/** Bytes, and how far they are read. They are our own: what is wrong in them is a fault, not an expected outcome. */
export type ByteReader = { readonly bytes: Buffer; at: number }

/** Begins to read bytes. */
export function byteReader(bytes: Uint8Array): ByteReader {
  return { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 }
}

/** Reads what `putNumber` wrote. */
export function takeNumber(reader: ByteReader): number {
  let number = 0
  let scale = 1
  for (;;) {
    const byte = reader.bytes[reader.at++]
    if (byte === undefined) throw new RangeError('packed bytes end inside a number')
    number += (byte & 0x7f) * scale
    if (byte < 0x80) return number
    scale *= 0x80
  }
}

/** The next bytes, not copied. */
export function takeBytes(reader: ByteReader, length: number): Buffer {
  const end = reader.at + length
  if (end > reader.bytes.length) throw new RangeError('packed bytes end early')
  const bytes = reader.bytes.subarray(reader.at, end)
  reader.at = end
  return bytes
}

/** Reads what `putText` wrote. */
export function takeText(reader: ByteReader): string {
  return takeBytes(reader, takeNumber(reader)).toString('latin1')
}
