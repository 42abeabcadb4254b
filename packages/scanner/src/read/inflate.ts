import type { Transform } from 'node:stream'
import type { ByteFeed } from './byte-feed.ts'
import { errorCode } from './fault-of.ts'

/** An unpacking stream of node:zlib. */
export type Engine = Transform & { readonly bytesWritten: number }

/**
 * How unpacking ended: well; with other bytes behind; because the packed bytes ran out before; at damage; or because
 * it would take too much memory.
 */
export type Unpacked = { readonly kind: 'whole' | 'trailing' | 'early' | 'broken' | 'too-wide' }

/**
 * An engine with these unpacks one chunk ahead of its reader, in another thread, and no more: memory stays flat
 * whatever the packing hides, and no chunk is lost when an error stands behind it.
 */
export const engineOptions = { chunkSize: 128 * 1024, readableHighWaterMark: 1 }

/** One packed stream (a gzip member, a zstd frame) as unpacked chunks; what stands behind it goes back to the feed. */
export async function* inflate(
  engine: Engine,
  feed: ByteFeed,
): AsyncGenerator<Uint8Array, Unpacked> {
  const feeding = pour(feed, engine)
  try {
    for await (const bytes of engine) yield bytes as Uint8Array
    return { kind: 'whole' }
  } catch (error) {
    return { kind: meaning(errorCode(error)) }
  } finally {
    engine.destroy()
    await feeding
  }
}

function meaning(code: string): Unpacked['kind'] {
  switch (code) {
    case 'Z_BUF_ERROR':
      return 'early'
    case 'ZSTD_error_prefix_unknown':
      return 'trailing'
    case 'ZSTD_error_frameParameter_windowTooLarge':
      return 'too-wide'
    default:
      return 'broken'
  }
}

async function pour(feed: ByteFeed, engine: Engine): Promise<void> {
  while (true) {
    const bytes = await feed.next()
    if (!bytes) {
      engine.end()
      return
    }
    const before = engine.bytesWritten
    await written(engine, bytes)
    const used = engine.bytesWritten - before
    if (engine.destroyed || used < bytes.length) {
      feed.back(bytes.subarray(used))
      return
    }
  }
}

/** An engine that fails never calls back; it closes. */
async function written(engine: Engine, bytes: Uint8Array): Promise<void> {
  if (engine.destroyed) return
  await new Promise<void>(resolve => {
    const done = (): void => {
      engine.off('close', done)
      resolve()
    }
    engine.once('close', done)
    engine.write(bytes, done)
  })
}
