import type { ReadFault, ReadRemark } from './fault.ts'

/** Some bytes of a log. They are valid until the next piece is asked for: whoever keeps them copies them. */
export type Bytes = {
  readonly kind: 'bytes'
  readonly bytes: Uint8Array
  /** Where they stand in the log's content: unpacked, and UTF-16 as UTF-8. */
  readonly at: number
  /** How many bytes of the stored file were taken in so far, for a display of progress. */
  readonly consumed: number
}

/** What comes out of a log while it is read: bytes, and what has to be said about them. A fault is the last piece. */
export type Piece = Bytes | ReadFault | ReadRemark
