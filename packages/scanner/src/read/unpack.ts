import { byteFeed, type ByteFeed } from './byte-feed.ts'
import { headSize, recognise } from './content.ts'
import { fault, type ReadFault, type ReadRemark, remark } from './fault.ts'
import { gunzip } from './gunzip.ts'
import type { Unpacked } from './inflate.ts'
import type { Piece } from './piece.ts'
import { takeHead } from './take-head.ts'
import { knowsZstd, unzstd } from './unzstd.ts'

/** Unpacks what is packed with gzip or zstd, told by its content, and hands on what is not. */
export async function* unpack(
  packed: AsyncGenerator<Piece, void>,
  name: string,
): AsyncGenerator<Piece, void> {
  try {
    const { head, pieces } = await takeHead(packed, headSize)
    const { kind } = recognise(head)
    if (kind === 'gzip') yield* through(gunzip, pieces, name)
    else if (kind !== 'zstd') yield* pieces
    else if (knowsZstd) yield* through(unzstd, pieces, name)
    else
      yield fault(
        'no-zstd',
        name,
        `this Node cannot read ${name}: use Node 22.15 or newer, or unpack it with zstd -d`,
      )
  } finally {
    await packed.return()
  }
}

async function* through(
  unpacker: (feed: ByteFeed) => AsyncGenerator<Uint8Array, Unpacked>,
  pieces: AsyncGenerator<Piece, void>,
  name: string,
): AsyncGenerator<Piece, void> {
  const feed = byteFeed(pieces)
  const chunks = unpacker(feed)
  let at = 0
  try {
    for (let next = await chunks.next(); ; next = await chunks.next()) {
      if (next.done) {
        // What kept the packed bytes from coming is said, and not that the packing suffers from it.
        const said = feed.said()
        yield* said
        if (!said.some(({ kind }) => kind === 'fault')) yield* ending(next.value, name, at)
        return
      }
      const bytes = next.value
      yield { kind: 'bytes', bytes, at, consumed: feed.consumed() }
      at += bytes.length
    }
  } finally {
    await chunks.return({ kind: 'whole' })
  }
}

function* ending(
  { kind }: Unpacked,
  name: string,
  read: number,
): Generator<ReadFault | ReadRemark, void> {
  switch (kind) {
    case 'whole':
      return
    case 'trailing':
      yield remark(
        'trailing-bytes',
        name,
        `${name} goes on with bytes that are not packed content: they were left out`,
      )
      return
    case 'early':
      yield fault(
        'truncated',
        name,
        `${name} ends early: ${read} bytes were read; the rest is missing: copy it again`,
      )
      return
    case 'broken':
      yield fault(
        'corrupt',
        name,
        `${name} is damaged: ${read} bytes were read before the damage: copy it again`,
      )
      return
    case 'too-wide':
      yield fault(
        'packed',
        name,
        `${name} was packed with zstd --long: unpack it first, with zstd -d --long=31`,
      )
  }
}
