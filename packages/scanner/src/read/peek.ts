import { open } from 'node:fs/promises'
import { type Content, headSize, recognise } from './content.ts'
import { startsWithHole } from './without-hole.ts'

/** What a file holds, by its first bytes. */
export async function peek(path: string): Promise<Content> {
  const handle = await open(path, 'r')
  try {
    const head = Buffer.allocUnsafe(headSize)
    const { bytesRead } = await handle.read(head, 0, headSize, 0)
    const bytes = head.subarray(0, bytesRead)
    // What stands behind a hole is told when the log is read.
    return startsWithHole(bytes) ? { kind: 'text', encoding: 'bytes', mark: 0 } : recognise(bytes)
  } finally {
    await handle.close()
  }
}
