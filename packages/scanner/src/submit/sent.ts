import type { Instant, Receipt } from '@redalert/core'
import type { SpooledHead } from '../spool/spooled.ts'

/** What one try to send came to. */
export type Try =
  /** The collector has it on disk. */
  | { readonly kind: 'received'; readonly id: string; readonly receipt: Receipt | null }
  /** The mail system of this machine has it. */
  | { readonly kind: 'handed-over' }
  /** Not now. */
  | { readonly kind: 'later'; readonly reason: string; readonly afterSeconds?: number }
  /** Never like this. */
  | { readonly kind: 'refused'; readonly reason: string }

/** What became of a submission. */
export type Sent = { readonly head: SpooledHead } & (
  | Exclude<Try, { kind: 'later' }>
  | { readonly kind: 'later'; readonly reason: string; readonly until: Instant | null }
)
