import { createHash } from 'node:crypto'

/** A log that is followed: what of it was read, and by what it is known again under another name, copied or packed. */
export type Followed = {
  /** Under which name it was met first. */
  readonly origin: string
  /** Where it was last. */
  path: string
  /** Device and number of its file; empty when another file took its place. */
  key: string
  /** Bytes of its content that were read, always whole lines. */
  at: number
  head: Print
  tail: Print
  /** The last header lines, without which those behind them could not be read. */
  headers: readonly string[]
  /** How its file looked when all of it had been read. */
  seen: string
  /** False for what lay there before anybody watched. */
  wanted: boolean
}

/** A piece of content that is known again without being kept. */
export type Print = { readonly length: number; readonly hash: string }

/** How much of its beginning a log is known by, and how much before the place that was read to. */
export const printLengths = { head: 1024, tail: 256 } as const

/** The print of some bytes. */
export function printOf(bytes: Uint8Array): Print {
  return { length: bytes.length, hash: createHash('sha256').update(bytes).digest('hex') }
}

/** A log of which nothing was read yet. */
export function newlyFollowed(path: string, key: string, headers: readonly string[]): Followed {
  const none = printOf(new Uint8Array(0))
  return { origin: path, path, key, at: 0, head: none, tail: none, headers, seen: '', wanted: true }
}
