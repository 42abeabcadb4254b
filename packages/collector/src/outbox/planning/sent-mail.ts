import type { Instant } from '@redalert/core'

/** A letter that left, or is about to: it counts from the moment it was let go. */
export type SentMail = {
  readonly at: Instant
  readonly contact: string
  readonly organisation: string | null
  readonly outcome?: 'bounced' | 'complained'
}
