import { closeSync, openSync, readSync } from 'node:fs'
import type { Header } from '@redalert/core'
import type { ReadFault } from '../read/fault.ts'
import { faultOf } from '../read/fault-of.ts'
import type { FoundLog } from '../read/found.ts'
import { growth, shrank } from '../read/from-file.ts'
import { stopped } from '../read/stopped.ts'
import { lineObserver } from './line-observer.ts'
import type { ObservedPiece, ObserveOptions } from './observe-log.ts'
import type { Watch } from './observe.ts'
import { sieveObserver } from './sieve-observer.ts'

const lf = 0x0a
const chunkSize = 256 * 1024

/** The lines that begin from one byte up to another; those of the last slice go on to the file's end. */
export type SliceOfFile = {
  readonly from: number
  readonly to: number
  readonly size: number
  readonly header?: Header
}

/** A slice was read, and this is what the header lines up to its end say. */
export type SliceEnd = { readonly kind: 'ended'; readonly header: Header | undefined }

/**
 * Reads a slice of a plain file straight into the observer's memory and tells what its lines show; at last the header that
 * holds at its end. Every line belongs to the slice in which its first byte stands.
 */
export async function* observeSlice(
  { path = '', name }: FoundLog,
  { from, to, size, header }: SliceOfFile,
  watch: Watch,
  { sieve, signal }: ObserveOptions,
): AsyncGenerator<ObservedPiece | ReadFault | SliceEnd, void> {
  const start = { at: from, ...(header && { header }) }
  const observer = sieve ? sieveObserver(sieve, watch, start) : lineObserver(watch, 'lf', start)
  const isLast = to >= size
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    // The byte before tells whether a line begins with the slice.
    let at = Math.max(from - 1, 0)
    let inside = from === 0
    for (let ended = false; !ended;) {
      if (signal?.aborted) {
        yield { kind: 'observed', observed: observer.end(), consumed: at - from }
        yield stopped(name, at)
        break
      }
      const room = observer.room().subarray(0, chunkSize)
      const count = readSync(file, room, 0, Math.min(room.length, size + growth - at), at)
      const taken = { room: room.subarray(0, count), at, inside, to: isLast ? undefined : to }
      const { length, ...next } = within(taken)
      inside = next.inside
      ended = next.ended || count === 0
      at += count
      const consumed = (ended && !isLast ? to : at) - from
      if (length > 0) yield { kind: 'observed', observed: observer.push(length), consumed }
      if (!ended) continue
      yield { kind: 'observed', observed: observer.end(), consumed: Math.max(consumed, 0) }
      if (count === 0 && at < Math.min(to, size)) yield shrank(name, at, size)
    }
  } catch (error) {
    yield { kind: 'observed', observed: observer.end(), consumed: 0 }
    yield faultOf(error, name)
  } finally {
    if (file !== undefined) closeSync(file)
  }
  yield { kind: 'ended', header: observer.header() }
}

type Taken = {
  readonly room: Uint8Array
  readonly at: number
  /** Whether a line of the slice has begun before. */
  readonly inside: boolean
  /** Where the slice ends, unless with the file. */
  readonly to: number | undefined
}

/** Moves the bytes that belong to the slice to the front, and tells how many they are. */
function within({ room, at, inside, to }: Taken): {
  readonly length: number
  readonly inside: boolean
  readonly ended: boolean
} {
  const first = inside ? 0 : room.indexOf(lf) + 1
  if (!inside && first === 0) {
    return { length: 0, inside, ended: to !== undefined && at + room.length >= to }
  }
  if (to === undefined)
    return { length: moved(room, first, room.length), inside: true, ended: false }
  // No line begins behind the newline that is the last byte of the slice, or the first behind it.
  if (!inside && at + first >= to) return { length: 0, inside, ended: true }
  const end = at + room.length < to ? -1 : room.indexOf(lf, Math.max(to - 1 - at, 0))
  return end === -1
    ? { length: moved(room, first, room.length), inside: true, ended: false }
    : { length: moved(room, first, end + 1), inside: true, ended: true }
}

function moved(room: Uint8Array, first: number, end: number): number {
  if (first > 0) room.copyWithin(0, first, end)
  return end - first
}
