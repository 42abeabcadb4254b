import { remark } from './fault.ts'
import type { Piece } from './piece.ts'
import { takeHead } from './take-head.ts'

/** Fewer NULs than these begin some binary files, and half of them UTF-16. */
const shortestHole = 512

/**
 * Leaves out the NULs with which a log begins after it was emptied under a server that writes on where it was: its
 * first line would else be lost behind them, and the whole file be taken for binary.
 */
export async function* withoutHole(
  whole: AsyncGenerator<Piece, void>,
  name: string,
): AsyncGenerator<Piece, void> {
  const { head, pieces } = await takeHead(whole, shortestHole)
  if (!startsWithHole(head)) {
    yield* pieces
    return
  }
  let inHole = true
  for await (const piece of pieces) {
    if (piece.kind !== 'bytes' || !inHole) {
      yield piece
      continue
    }
    const end = piece.bytes.findIndex(byte => byte !== 0)
    if (end === -1) continue
    inHole = false
    const at = piece.at + end
    yield remark('hole', name, `${name} begins with ${at} NUL bytes: they were left out`)
    yield { ...piece, bytes: piece.bytes.subarray(end), at }
  }
  if (inHole) yield remark('hole', name, `${name} holds nothing but NUL bytes`)
}

/** Whether these first bytes are the start of such a hole. */
export function startsWithHole(head: Uint8Array): boolean {
  return head.length >= shortestHole && head.subarray(0, shortestHole).every(byte => byte === 0)
}
