import type { Piece } from './piece.ts'

/** Hands out the bytes of pieces, takes back what was too much, and keeps what else was said. */
export type ByteFeed = {
  /** The next bytes, undefined at the end. They are valid until the next call. */
  readonly next: () => Promise<Uint8Array | undefined>
  /** Puts bytes back in front of all that is still to come. */
  readonly back: (bytes: Uint8Array) => void
  /** A copy of so many bytes; fewer at the end. */
  readonly take: (count: number) => Promise<Uint8Array>
  readonly consumed: () => number
  /** What came that is not bytes; told once. */
  readonly said: () => readonly Piece[]
}

export function byteFeed(pieces: AsyncIterator<Piece, void>): ByteFeed {
  const left: Uint8Array[] = []
  let consumed = 0
  let said: Piece[] = []

  async function next(): Promise<Uint8Array | undefined> {
    const kept = left.pop()
    if (kept) return kept
    while (true) {
      const { done, value } = await pieces.next()
      if (done) return undefined
      if (value.kind === 'bytes') {
        consumed = value.consumed
        return value.bytes
      }
      said.push(value)
    }
  }

  function back(bytes: Uint8Array): void {
    if (bytes.length > 0) left.push(bytes)
  }

  async function take(count: number): Promise<Uint8Array> {
    const taken = new Uint8Array(count)
    let length = 0
    while (length < count) {
      const bytes = await next()
      if (!bytes) break
      const part = bytes.subarray(0, count - length)
      taken.set(part, length)
      length += part.length
      back(bytes.subarray(part.length))
    }
    return taken.subarray(0, length)
  }

  return {
    next,
    back,
    take,
    consumed: () => consumed,
    said() {
      const all = said
      said = []
      return all
    },
  }
}
