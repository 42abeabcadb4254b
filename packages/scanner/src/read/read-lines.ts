import type { ReadFault, ReadRemark } from './fault.ts'
import type { FoundLog } from './found.ts'
import type { Line } from './line.ts'
import { lineEnding, lineEndingWindow } from './line-ending.ts'
import { type LineSplitter, lineSplitter } from './line-splitter.ts'
import type { Piece } from './piece.ts'
import { readLog, type ReadOptions } from './read-log.ts'
import { takeHead } from './take-head.ts'

/** Bytes made into lines at a time: a log of blank lines makes a hundred times its size in memory of them. */
const batchSize = 32 * 1024

/** The lines that some bytes of a log completed, in batches since a stream of single lines is slow. */
export type Lines = {
  readonly kind: 'lines'
  readonly lines: readonly Line[]
  /** How many bytes of the stored file were taken in so far, for a display of progress. */
  readonly consumed: number
}

/** Reads a log once, line by line, and holds little of it. Faults come behind the lines that were read. */
export async function* readLines(
  log: FoundLog,
  options: ReadOptions = {},
): AsyncGenerator<Lines | ReadFault | ReadRemark, void> {
  yield* linesOf(readLog(log, options))
}

/** The lines of a log's pieces. */
export async function* linesOf(
  whole: AsyncGenerator<Piece, void>,
): AsyncGenerator<Lines | ReadFault | ReadRemark, void> {
  let consumed = 0
  try {
    const { head, pieces } = await takeHead(whole, lineEndingWindow)
    const ending = lineEnding(head)
    let splitter: LineSplitter | undefined
    for await (const piece of pieces) {
      if (piece.kind === 'bytes') {
        // The first byte may stand behind a byte order mark or a hole.
        splitter ??= lineSplitter({ ending, at: piece.at })
        consumed = piece.consumed
        for (let at = 0; at < piece.bytes.length; at += batchSize) {
          yield {
            kind: 'lines',
            lines: splitter.push(piece.bytes.subarray(at, at + batchSize)),
            consumed,
          }
        }
        continue
      }
      if (splitter && piece.kind === 'fault')
        yield { kind: 'lines', lines: splitter.end(), consumed }
      yield piece
    }
    if (splitter) yield { kind: 'lines', lines: splitter.end(), consumed }
  } finally {
    await whole.return()
  }
}
