import type { Instant } from '@redalert/core'

/** A letter that left, or is about to: it counts from the moment it was let go. */
export type SentMail = {
  readonly at: Instant
  readonly contact: string
  readonly organisation: string | null
  readonly outcome?: 'bounced' | 'complained'
}

/** How the letters of one day in UTC fared. */
export type DayFigures = {
  /** `2026-11-25` */
  readonly day: string
  readonly sent: number
  readonly bounced: number
  readonly complained: number
}
