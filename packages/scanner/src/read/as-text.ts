import { headSize, recognise } from './content.ts'
import type { FoundLog } from './found.ts'
import type { Piece } from './piece.ts'
import { refusal } from './refusal.ts'
import { takeHead } from './take-head.ts'
import { fromUtf16 } from './utf-16.ts'
import { withoutHole } from './without-hole.ts'

/** Makes one kind of bytes of every log: no byte order mark, UTF-16 as UTF-8, anything else untouched; and refuses what is no log. */
export async function* asText(
  unpacked: AsyncGenerator<Piece, void>,
  log: FoundLog,
): AsyncGenerator<Piece, void> {
  const dense = withoutHole(unpacked, log.name)
  try {
    const { head, pieces } = await takeHead(dense, headSize)
    const content = recognise(head)
    if (content.kind !== 'text') yield refusal(content, log)
    else if (content.encoding !== 'bytes') yield* fromUtf16(pieces, content.encoding)
    else if (content.mark > 0) yield* behind(pieces, content.mark)
    else yield* pieces
  } finally {
    await dense.return()
    await unpacked.return()
  }
}

async function* behind(
  pieces: AsyncGenerator<Piece, void>,
  length: number,
): AsyncGenerator<Piece, void> {
  let left = length
  for await (const piece of pieces) {
    if (piece.kind !== 'bytes' || left === 0) {
      yield piece
      continue
    }
    const passed = Math.min(left, piece.bytes.length)
    left -= passed
    yield { ...piece, bytes: piece.bytes.subarray(passed), at: piece.at + passed }
  }
}
