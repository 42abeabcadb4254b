import type { ReadFault, ReadRemark } from '../read/fault.ts'
import type { FoundLog } from '../read/found.ts'
import { lineEnding, lineEndingWindow } from '../read/line-ending.ts'
import type { Piece } from '../read/piece.ts'
import { readLog, type ReadOptions } from '../read/read-log.ts'
import { takeHead } from '../read/take-head.ts'
import { lineObserver } from './line-observer.ts'
import type { LogObserver } from './log-observer.ts'
import type { Observed, Watch } from './observe.ts'
import type { Sieve } from './sieve.ts'
import { sieveObserver } from './sieve-observer.ts'

/** What some bytes of a log show. */
export type ObservedPiece = {
  readonly kind: 'observed'
  readonly observed: Observed
  /** How many bytes of the stored file were taken in so far, for a display of progress. */
  readonly consumed: number
}

export type ObserveOptions = ReadOptions & {
  /** Passes over the lines that nothing accuses; without one every line is read by core. */
  readonly sieve?: Sieve | undefined
}

/** Reads a log once from its first byte to its last and tells what its lines show. Faults come behind what was read. */
export async function* observeLog(
  log: FoundLog,
  watch: Watch,
  options: ObserveOptions = {},
): AsyncGenerator<ObservedPiece | ReadFault | ReadRemark, void> {
  yield* observePieces(readLog(log, options), watch, options.sieve)
}

/** Tells what the lines of a log's pieces show. */
export async function* observePieces(
  whole: AsyncGenerator<Piece, void>,
  watch: Watch,
  sieve: Sieve | undefined,
): AsyncGenerator<ObservedPiece | ReadFault | ReadRemark, void> {
  let consumed = 0
  let observer: LogObserver | undefined
  try {
    const { head, pieces } = await takeHead(whole, lineEndingWindow)
    const ending = lineEnding(head)
    for await (const piece of pieces) {
      if (piece.kind === 'bytes') {
        const { bytes, at } = piece
        // The first byte may stand behind a byte order mark or a hole.
        observer ??=
          sieve && ending === 'lf'
            ? sieveObserver(sieve, watch, { at })
            : lineObserver(watch, ending, { at })
        consumed = piece.consumed
        for (const observed of pushed(observer, bytes))
          yield { kind: 'observed', observed, consumed }
        continue
      }
      if (observer && piece.kind === 'fault') {
        yield { kind: 'observed', observed: observer.end(), consumed }
      }
      yield piece
    }
    if (observer) yield { kind: 'observed', observed: observer.end(), consumed }
  } finally {
    await whole.return()
  }
}

/** Hands bytes to an observer, as many at a time as it has room for. */
function* pushed(observer: LogObserver, bytes: Uint8Array): Generator<Observed, void> {
  for (let from = 0; from < bytes.length;) {
    const room = observer.room()
    const part = bytes.subarray(from, from + room.length)
    room.set(part)
    from += part.length
    yield observer.push(part.length)
  }
}
