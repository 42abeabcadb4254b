import zlib from 'node:zlib'
import type { ByteFeed } from './byte-feed.ts'
import { engineOptions, inflate, type Unpacked } from './inflate.ts'

/** Node before 20.15 and 22.2 has no checksum to offer; the length is compared all the same. */
const sums = 'crc32' in zlib

const magic = [0x1f, 0x8b]
const hasHeaderSum = 2
const hasExtra = 4
const hasName = 8
const hasComment = 16

/**
 * All members of a gzip file, one behind the other, as unpacked chunks. The members are told apart here and not by
 * `zlib.createGunzip`, which throws away unpacked bytes when something else stands behind the last member.
 */
export async function* gunzip(feed: ByteFeed): AsyncGenerator<Uint8Array, Unpacked> {
  while (true) {
    const start = await feed.take(magic.length)
    if (start.length === 0) return { kind: 'whole' }
    if (start[0] !== magic[0] || start[1] !== magic[1]) return { kind: 'trailing' }
    const header = await passHeader(feed)
    if (header.kind !== 'whole') return header
    const ended = yield* member(feed)
    if (ended.kind !== 'whole') return ended
  }
}

async function passHeader(feed: ByteFeed): Promise<Unpacked> {
  const fixed = await feed.take(8)
  if (fixed.length < 8) return { kind: 'early' }
  if (fixed[0] !== 8) return { kind: 'broken' }
  const flags = fixed[1] ?? 0
  if (flags & hasExtra) {
    const length = await feed.take(2)
    await feed.take((length[0] ?? 0) | ((length[1] ?? 0) << 8))
  }
  if (flags & hasName) await passText(feed)
  if (flags & hasComment) await passText(feed)
  if (flags & hasHeaderSum) await feed.take(2)
  return { kind: 'whole' }
}

/** Passes over a text that ends at a NUL; a hostile one may be long, so it is not held. */
async function passText(feed: ByteFeed): Promise<void> {
  for (let bytes = await feed.next(); bytes; bytes = await feed.next()) {
    const end = bytes.indexOf(0)
    if (end === -1) continue
    feed.back(bytes.subarray(end + 1))
    return
  }
}

async function* member(feed: ByteFeed): AsyncGenerator<Uint8Array, Unpacked> {
  const inflating = inflate(zlib.createInflateRaw(engineOptions), feed)
  let sum = 0
  let size = 0
  try {
    for (let next = await inflating.next(); ; next = await inflating.next()) {
      if (next.done) {
        if (next.value.kind !== 'whole') return next.value
        break
      }
      if (sums) sum = zlib.crc32(next.value, sum)
      size = (size + next.value.length) >>> 0
      yield next.value
    }
  } finally {
    await inflating.return({ kind: 'whole' })
  }
  const trailer = await feed.take(8)
  if (trailer.length < 8) return { kind: 'early' }
  const right = fourBytes(trailer, 4) === size && (!sums || fourBytes(trailer, 0) === sum)
  return { kind: right ? 'whole' : 'broken' }
}

function fourBytes(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true)
}
