import type { FileHandle } from 'node:fs/promises'
import { readLog } from '../read/read-log.ts'

/** The content of a log, unpacked. */
export type Source = {
  /** So many bytes from there on; fewer at its end. */
  readonly range: (from: number, length: number) => Promise<Buffer>
  /** All bytes from there on. They end early when the content is another one suddenly, which its first bytes tell. */
  readonly chunks: (from: number, head: Uint8Array) => AsyncGenerator<Buffer, void>
}

const chunkSize = 256 * 1024

/** The content of a file that lies there as it is. */
export function plainSource(handle: FileHandle): Source {
  async function range(from: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(length)
    let read = 0
    while (read < length) {
      const { bytesRead } = await handle.read(buffer, read, length - read, from + read)
      if (bytesRead === 0) break
      read += bytesRead
    }
    return buffer.subarray(0, read)
  }
  return {
    range,
    async *chunks(from, head) {
      for (let at = from; ;) {
        const bytes = await range(at, chunkSize)
        if (bytes.length === 0) return
        // Emptied and written anew just now: what was read stands in no known place.
        if (!(await range(0, head.length)).equals(head)) return
        yield bytes
        at += bytes.length
      }
    },
  }
}

/** The content of a packed file, unpacked anew for each part of it. */
export function packedSource(path: string): Source {
  async function* chunks(from: number): AsyncGenerator<Buffer, void> {
    const log = {
      kind: 'log',
      name: path,
      path,
      size: undefined,
      modified: undefined,
      named: true,
    } as const
    for await (const piece of readLog(log)) {
      if (piece.kind !== 'bytes') continue
      const end = piece.at + piece.bytes.length
      if (end > from) yield Buffer.from(piece.bytes.subarray(Math.max(0, from - piece.at)))
    }
  }
  return {
    chunks,
    async range(from, length) {
      const taken: Buffer[] = []
      let left = length
      for await (const bytes of chunks(from)) {
        taken.push(bytes.subarray(0, left))
        left -= Math.min(left, bytes.length)
        if (left === 0) break
      }
      return Buffer.concat(taken)
    },
  }
}
