import type { Line } from './line.ts'
import { type LineEnding, longestLine } from './line-ending.ts'

const lf = 0x0a
const cr = 0x0d

/** Where a splitter begins: at the start of a log, unless it goes on behind an earlier one. */
export type SplitterStart = {
  readonly ending: LineEnding
  readonly number?: number
  readonly at?: number
}

export type LineSplitter = {
  /** The lines that these bytes complete. The bytes are not kept. */
  readonly push: (bytes: Uint8Array) => readonly Line[]
  /** The last line, when the log does not end with a line ending. */
  readonly end: () => readonly Line[]
}

/** Cuts chunks of bytes into lines, the same ones however the bytes are cut into chunks; holds no more than one line. */
export function lineSplitter({ ending, number = 1, at = 0 }: SplitterStart): LineSplitter {
  // One byte more than a line, for the CR that may stand behind it.
  const held = Buffer.allocUnsafe(longestLine + 1)
  /** Length of the line that an earlier chunk began, held or not. */
  let begun = 0
  let afterCr = false
  const endOfLine = ending === 'lf' ? endAtLf : endAtAny

  function push(bytes: Uint8Array): readonly Line[] {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const lines: Line[] = []
    let from = 0
    if (afterCr && chunk.length > 0) {
      if (chunk[0] === lf) from = 1
      at += from
      afterCr = false
    }
    for (let end = endOfLine(chunk, from); end !== -1; end = endOfLine(chunk, from)) {
      lines.push(begun === 0 ? line(chunk, from, end) : heldLine(chunk.subarray(from, end)))
      let next = end + 1
      if (ending === 'cr' && chunk[end] === cr) {
        if (next === chunk.length) afterCr = true
        else if (chunk[next] === lf) next++
      }
      at += next - from
      from = next
    }
    hold(chunk.subarray(from))
    return lines
  }

  function heldLine(rest: Buffer): Line {
    hold(rest)
    const whole = line(held, 0, begun)
    at += begun - rest.length
    begun = 0
    return whole
  }

  function hold(rest: Buffer): void {
    if (begun < held.length) rest.copy(held, begun)
    begun += rest.length
  }

  /** A line may be longer than what is held of it. */
  function line(bytes: Buffer, from: number, end: number): Line {
    const length = end - from
    const hasCr =
      ending === 'lf' && length > 0 && length <= longestLine + 1 && bytes[end - 1] === cr
    const content = hasCr ? length - 1 : length
    if (content > longestLine) {
      return {
        text: bytes.toString('latin1', from, from + longestLine),
        number: number++,
        at,
        cut: true,
      }
    }
    return { text: bytes.toString('latin1', from, from + content), number: number++, at }
  }

  function end(): readonly Line[] {
    if (begun === 0) return []
    const last = line(held, 0, begun)
    begun = 0
    return [{ ...last, unended: true }]
  }

  return { push, end }
}

function endAtLf(bytes: Buffer, from: number): number {
  return bytes.indexOf(lf, from)
}

/** Byte by byte, since a search for each of two would read on to the far end for the one that is not there. */
function endAtAny(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === lf || bytes[at] === cr) return at
  }
  return -1
}
