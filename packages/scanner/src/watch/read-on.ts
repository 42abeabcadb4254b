import type { Line } from '../read/line.ts'
import { type LineSplitter, lineSplitter } from '../read/line-splitter.ts'
import { type Followed, printLengths, printOf } from './followed.ts'
import type { Source } from './source.ts'

const lf = 0x0a
/** A line without an end is given up behind so many bytes. */
const longestWait = 1024 * 1024
const batchSize = 32 * 1024
const mark = Buffer.from([0xef, 0xbb, 0xbf])

/**
 * Reads a log on from where it was left, some lines at a time; when they are handed out, the log is known to be read
 * behind them. A line that is not ended waits for its end, unless nothing will come any more.
 */
export async function* readOn(
  source: Source,
  followed: Followed,
  { isFinal }: { readonly isFinal: boolean },
): AsyncGenerator<readonly Line[], void> {
  let head: Buffer = await source.range(0, Math.min(followed.at, printLengths.head))
  let tail: Buffer = await source.range(
    Math.max(0, followed.at - printLengths.tail),
    Math.min(followed.at, printLengths.tail),
  )
  let splitter: LineSplitter = lineSplitter({ ending: 'lf', at: followed.at })
  let begun = Buffer.alloc(0)
  const take = (bytes: Buffer) => {
    head = grown(head, bytes, followed.at)
    tail = Buffer.concat([tail, bytes]).subarray(-printLengths.tail)
    followed.at += bytes.length
    followed.head = printOf(head)
    followed.tail = printOf(tail)
  }
  for await (const chunk of source.chunks(followed.at, head)) {
    for (let bytes of batches(chunk)) {
      if (followed.at === 0 && begun.length === 0) {
        const skipped = openingLength(bytes)
        take(bytes.subarray(0, skipped))
        bytes = bytes.subarray(skipped)
      }
      const lines = splitter.push(bytes)
      const end = bytes.lastIndexOf(lf) + 1
      if (end > 0) {
        take(Buffer.concat([begun, bytes.subarray(0, end)]))
        begun = Buffer.from(bytes.subarray(end))
      } else begun = Buffer.concat([begun, bytes])
      if (lines.length > 0) yield lines
      if (begun.length <= longestWait) continue
      take(begun)
      begun = Buffer.alloc(0)
      splitter = lineSplitter({ ending: 'lf', at: followed.at })
    }
  }
  if (!isFinal || begun.length === 0) return
  take(begun)
  yield splitter.end()
}

function* batches(chunk: Buffer): Generator<Buffer, void> {
  for (let at = 0; at < chunk.length; at += batchSize) yield chunk.subarray(at, at + batchSize)
}

/** The beginning of a log may be a byte order mark, or a hole: its server wrote on where it was before the log was emptied. */
function openingLength(bytes: Buffer): number {
  if (bytes.subarray(0, mark.length).equals(mark)) return mark.length
  let holes = 0
  while (bytes[holes] === 0) holes++
  return holes
}

function grown(head: Buffer, bytes: Buffer, at: number): Buffer {
  if (at >= printLengths.head) return head
  return Buffer.concat([head, bytes.subarray(0, printLengths.head - at)])
}
