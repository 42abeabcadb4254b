import { open, readFile } from 'node:fs/promises'
import type { Spooled, SpooledHead } from './spooled.ts'

/** The file of a submission that waits: a line of what is known of it, then the body. */
export function spooledText({ body, ...head }: Spooled): string {
  return `${JSON.stringify({ kind: 'spooled', schema: 1, ...head })}\n${body}`
}

/** Reads such a file. */
export async function readSpooled(path: string): Promise<Spooled> {
  const text = await readFile(path, 'utf8')
  const end = text.indexOf('\n')
  const head = headOf(text.slice(0, end))
  if (!head) throw new Error(`${path} is no spooled submission`)
  return { ...head, body: text.slice(end + 1) }
}

const mostHead = 8192

/** Reads its first line; undefined when the file is gone or is something else. */
export async function readSpooledHead(path: string): Promise<SpooledHead | undefined> {
  try {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(mostHead), 0, mostHead, 0)
      return headOf(buffer.toString('utf8', 0, bytesRead).split('\n', 1)[0] ?? '')
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
}

function headOf(line: string): SpooledHead | undefined {
  const { kind, schema, id, to, key, made, holds } = JSON.parse(line) as SpooledHead & {
    kind?: string
    schema?: number
  }
  return kind === 'spooled' && schema === 1 ? { id, to, key, made, holds } : undefined
}
