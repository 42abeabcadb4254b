import { createHash } from 'node:crypto'
import type { Instant } from '@redalert/core'

/** A submission that waits to be sent. */
export type Spooled = SpooledHead & {
  /** What is sent, byte for byte: the JSON of a submission, or a whole mail. */
  readonly body: string
}

/** What is known of it without reading all of it. */
export type SpooledHead = {
  /** Made of what it says and to whom, so that the same again is the same one; also its `Idempotency-Key`. */
  readonly id: string
  /** A recipient, as `--to` takes it. */
  readonly to: string
  /** With which key it is to be sent, which itself is never written down; null without. */
  readonly key: KeyHint | null
  readonly made: Instant
  readonly holds: { readonly cells: number; readonly sources: number; readonly hours: number }
}

/** By what a key is found again: the file it stands in, or else its fingerprint. */
export type KeyHint = { readonly file: string | null; readonly fingerprint: string }

/** Makes a submission ready for the spool. */
export function spooled(head: Omit<SpooledHead, 'id'>, body: string): Spooled {
  const id = createHash('sha256').update(`${head.to}\n${body}`).digest('hex').slice(0, 32)
  return { id, ...head, body }
}

/** By what a key is known without being kept. */
export function fingerprint(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16)
}
