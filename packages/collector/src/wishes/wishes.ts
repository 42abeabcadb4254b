import type { Instant, Source } from '@redalert/core'
import type { Rhythm, WishedForm } from './wish.ts'

/** All that a contact wishes now. */
export type Wishes = {
  /** Undefined: as the operator's lists say, or else as is usual. */
  readonly form?: WishedForm
  readonly rhythm: Rhythm
  /** Which of their addresses change hands: all but some, or some. */
  readonly pool: { readonly all: boolean; readonly but: readonly Source[] }
  /** Where letters go in place of where they went first: it was proven. */
  readonly mailbox?: string
  /** A mailbox that must confirm first, and the mail that asks it to, once that is made. */
  readonly asked?: {
    readonly mailbox: string
    readonly at: Instant
    readonly messageId: string | null
  }
  /** One that they named and that cannot be written to. */
  readonly refused?: string
  /** Keys to the feed count that were mailed since then; `isDue`: one is to be mailed. */
  readonly feed?: { readonly since: Instant; readonly isDue: boolean }
  /** When mails were made for them that they asked for, in the last days. */
  readonly written: readonly Instant[]
  readonly isLeftAlone: boolean
}

/** What whoever said nothing wishes. */
export const noWishes: Wishes = {
  rhythm: 'each',
  pool: { all: false, but: [] },
  written: [],
  isLeftAlone: false,
}
