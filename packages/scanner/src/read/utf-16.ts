import type { Piece } from './piece.ts'

/** UTF-16 as UTF-8, its byte order mark dropped. What is half a letter becomes the replacement character. */
export async function* fromUtf16(
  pieces: AsyncGenerator<Piece, void>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Piece, void> {
  const decoder = new TextDecoder(encoding)
  let at = 0
  let consumed = 0
  for await (const piece of pieces) {
    if (piece.kind !== 'bytes') {
      yield* flush()
      yield piece
      continue
    }
    consumed = piece.consumed
    yield* encoded(decoder.decode(piece.bytes, { stream: true }))
  }
  yield* flush()

  function* flush(): Generator<Piece, void> {
    yield* encoded(decoder.decode())
  }

  function* encoded(text: string): Generator<Piece, void> {
    if (text === '') return
    const bytes = Buffer.from(text, 'utf8')
    yield { kind: 'bytes', bytes, at, consumed }
    at += bytes.length
  }
}
