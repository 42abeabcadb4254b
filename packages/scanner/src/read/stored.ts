import { equal } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after } from 'node:test'
import type { ReadFault, ReadRemark } from './fault.ts'
import type { FoundLog } from './found.ts'
import { readLog, type ReadOptions } from './read-log.ts'

/** Logs that tests store in a folder of their own and read back. */
export const folder = mkdtempSync(join(tmpdir(), 'redalert-read-'))
after(() => rmSync(folder, { recursive: true }))

export const line =
  '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /default.ida?NNNN HTTP/1.0" 404 283\n'
export const log = Buffer.from(line.repeat(20_000))
/** Does not pack well, so that many packed chunks are read. */
export const noise = Buffer.from(
  Array.from({ length: 60_000 }, (_, index) => `${Math.sin(index)}\n`).join(''),
)
export type Outcome = {
  readonly bytes: Buffer
  readonly said: readonly (ReadFault | ReadRemark)[]
  readonly first?: number
}

export async function readStored(
  stored: Buffer | string | undefined,
  changes: Partial<FoundLog> = {},
  options: ReadOptions = {},
): Promise<Outcome> {
  const path = typeof stored === 'string' ? stored : stored && store(stored)
  const parts: Buffer[] = []
  const said: (ReadFault | ReadRemark)[] = []
  let at: number | undefined
  let first = 0
  for await (const piece of readLog(found({ path, ...changes }), options)) {
    if (piece.kind !== 'bytes') said.push(piece)
    else {
      if (at === undefined) first = piece.at
      else equal(piece.at, at)
      at = piece.at + piece.bytes.length
      parts.push(Buffer.from(piece.bytes))
    }
  }
  const bytes = Buffer.concat(parts)
  return first >= 512 ? { bytes, said, first } : { bytes, said }
}

let stored = 0

export function store(bytes: Buffer): string {
  const path = join(folder, `${stored++}`)
  writeFileSync(path, bytes)
  return path
}

export function found(changes: Partial<FoundLog>): FoundLog {
  return {
    kind: 'log',
    name: 'a.log',
    path: undefined,
    size: undefined,
    modified: undefined,
    named: true,
    ...changes,
  }
}

function* slices(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export function chunked(bytes: Buffer, size: number): Readable {
  return Readable.from(slices(bytes, size))
}
