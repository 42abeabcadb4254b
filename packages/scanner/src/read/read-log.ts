import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { asText } from './as-text.ts'
import { remark } from './fault.ts'
import { faultOf } from './fault-of.ts'
import type { FoundLog } from './found.ts'
import { fromFile } from './from-file.ts'
import { fromStream } from './from-stream.ts'
import { openPipe } from './open-pipe.ts'
import type { Piece } from './piece.ts'
import { stopped } from './stopped.ts'
import { unpack } from './unpack.ts'

export type ReadOptions = {
  /** Ends the reading with a fault `stopped`. */
  readonly signal?: AbortSignal
  /** What `-` means; `process.stdin` when not given. */
  readonly input?: AsyncIterable<Uint8Array>
}

/**
 * Reads a log once from its first byte to its last: unpacked, as bytes of text, with little held in memory. It never
 * throws; what kept a part of it from being read comes as a fault, and what was read before that counts.
 */
export async function* readLog(
  log: FoundLog,
  options: ReadOptions = {},
): AsyncGenerator<Piece, void> {
  const stored = open(log, options)
  const text = asText(unpack(stored, log.name), log)
  let empty = true
  try {
    for await (const piece of text) {
      empty = false
      // Packed bytes taken in long ago may unpack for a while yet.
      if (piece.kind === 'bytes' && options.signal?.aborted) {
        yield stopped(log.name, piece.at)
        return
      }
      yield piece
    }
    if (empty) yield remark('empty', log.name, `${log.name} is empty`)
  } finally {
    await stored.return()
  }
}

async function* open(log: FoundLog, { signal, input }: ReadOptions): AsyncGenerator<Piece, void> {
  const { path, name } = log
  if (path === undefined) {
    yield* fromStream(input ?? process.stdin, name, signal)
    return
  }
  let stream: Readable | undefined
  try {
    const stats = await stat(path)
    if (!stats.isFile()) stream = openPipe(path, { isPipe: stats.isFIFO() })
  } catch (error) {
    yield faultOf(error, name)
    return
  }
  if (stream) yield* fromStream(stream, name, signal)
  else yield* fromFile(path, name, signal)
}
