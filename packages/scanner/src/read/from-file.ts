import { open, type FileHandle } from 'node:fs/promises'
import { fault, type ReadFault } from './fault.ts'
import { faultOf } from './fault-of.ts'
import type { Piece } from './piece.ts'
import { stopped } from './stopped.ts'

const chunkSize = 256 * 1024

/**
 * How much more than its size at the opening is read of a file that grows meanwhile. A live log is so read to its end,
 * in whole lines, and a scan whose own output lies in the scanned folder comes to an end too.
 */
export const growth = 1024 * 1024

/**
 * The bytes of a file from its first to its last. Node opens files on Windows so that others may go on writing,
 * renaming and deleting them; a program that has locked a log against readers gives a fault.
 */
export async function* fromFile(
  path: string,
  name: string,
  signal?: AbortSignal,
): AsyncGenerator<Piece, void> {
  let handle: FileHandle | undefined
  try {
    handle = await open(path, 'r')
    const { size } = await handle.stat()
    const buffer = Buffer.allocUnsafeSlow(chunkSize)
    let at = 0
    while (true) {
      if (signal?.aborted) {
        yield stopped(name, at)
        return
      }
      const { bytesRead } = await handle.read(
        buffer,
        0,
        Math.min(chunkSize, size + growth - at),
        at,
      )
      if (bytesRead === 0) {
        if (at < size) yield shrank(name, at, size)
        return
      }
      yield { kind: 'bytes', bytes: buffer.subarray(0, bytesRead), at, consumed: at + bytesRead }
      at += bytesRead
    }
  } catch (error) {
    yield faultOf(error, name)
  } finally {
    await handle?.close()
  }
}

/** Says that a file became shorter while it was read. */
export function shrank(name: string, at: number, size: number): ReadFault {
  const message = `${name} shrank from ${size} bytes while it was read, after ${at} of them: scan the rotated copy too`
  return fault('shrank', name, message)
}
