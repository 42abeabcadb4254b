import type { Instant } from '@redalert/core'

/** Who of those who tell us wants a weekly mail about what became of it. */
export type SummaryBook = {
  /** Writes down what somebody wants. */
  readonly wish: (wish: SummaryWish) => void
  /** Those who want one, sorted by name. */
  readonly wished: () => readonly WishedSummary[]
  readonly one: (submitter: string) => WishedSummary | undefined
  /** One was made: when, and what it said. */
  readonly note: (submitter: string, written: Instant, said: string) => void
}

/** `on`: to this mailbox, which is proven to be theirs. */
export type SummaryWish =
  | { readonly submitter: string; readonly wants: 'on'; readonly mailbox: string }
  | { readonly submitter: string; readonly wants: 'off' }

export type WishedSummary = {
  readonly submitter: string
  readonly mailbox: string
  /** When the last one was made, and what it said; null: none was. */
  readonly written: Instant | null
  readonly said: string | null
}
