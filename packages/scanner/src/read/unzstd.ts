import zlib from 'node:zlib'
import type { ByteFeed } from './byte-feed.ts'
import { startsWithZstd } from './content.ts'
import { engineOptions, inflate, type Unpacked } from './inflate.ts'

/** Whether this Node can unpack zstd: from 22.15 and 23.8 on. */
export const knowsZstd = 'createZstdDecompress' in zlib

/** All frames of a zstd file as unpacked chunks; Node's own stream stops behind the first and says nothing. */
export async function* unzstd(feed: ByteFeed): AsyncGenerator<Uint8Array, Unpacked> {
  while (true) {
    const start = await feed.take(4)
    if (start.length === 0) return { kind: 'whole' }
    if (!startsWithZstd(start)) return { kind: 'trailing' }
    feed.back(start)
    const ended = yield* inflate(zlib.createZstdDecompress(engineOptions), feed)
    if (ended.kind !== 'whole') return ended
  }
}
