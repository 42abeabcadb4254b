import type { Piece } from './piece.ts'

/** The first bytes of a log, and all of its pieces again from the first on. */
export type Opening = {
  readonly head: Uint8Array
  readonly pieces: AsyncGenerator<Piece, void>
}

/**
 * Reads so many bytes ahead, or as many as there are, so that what follows can be decided by content. Closing the
 * pieces stays with the caller.
 */
export async function takeHead(
  pieces: AsyncGenerator<Piece, void>,
  size: number,
): Promise<Opening> {
  const taken: Piece[] = []
  let length = 0
  while (length < size) {
    const { done, value } = await pieces.next()
    if (done) break
    length += value.kind === 'bytes' ? value.bytes.length : 0
    // Bytes are valid only until the next piece is asked for; the last one taken is so without a copy.
    taken.push(
      value.kind === 'bytes' && length < size
        ? { ...value, bytes: Uint8Array.from(value.bytes) }
        : value,
    )
    if (value.kind === 'fault') break
  }
  return { head: joined(taken, size), pieces: resume(taken, pieces) }
}

function joined(taken: readonly Piece[], size: number): Uint8Array {
  const parts = taken.flatMap(piece => (piece.kind === 'bytes' ? [piece.bytes] : []))
  const [only] = parts
  if (only && parts.length === 1) return only.subarray(0, size)
  return Buffer.concat(parts).subarray(0, size)
}

async function* resume(
  taken: readonly Piece[],
  pieces: AsyncGenerator<Piece, void>,
): AsyncGenerator<Piece, void> {
  yield* taken
  yield* pieces
}
