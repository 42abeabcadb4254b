import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import zlib from 'node:zlib'

/** The bytes of a file, unpacked where it is gzip; `told` hears how many of the file's own bytes are read. */
export async function* readBytes(
  path: string,
  told: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer, void> {
  const isPacked = await startsAsGzip(path)
  const source = createReadStream(path, { highWaterMark: 256 * 1024 })
  source.on('data', () => told(source.bytesRead))
  if (!isPacked) {
    yield* source as AsyncIterable<Buffer>
    return
  }
  const unpacker = zlib.createGunzip({ chunkSize: 256 * 1024 })
  source.on('error', error => unpacker.destroy(error))
  source.pipe(unpacker)
  try {
    yield* unpacker as AsyncIterable<Buffer>
  } finally {
    source.destroy()
    unpacker.destroy()
  }
}

async function startsAsGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}
