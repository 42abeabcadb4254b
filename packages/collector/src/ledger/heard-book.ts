import type { Instant } from '@redalert/core'
import type { BookEvent } from '../cases/book/book-event.ts'
import type { PostedLetter } from '../letterbox.ts'
import type { SummaryWish } from './summary-book.ts'
import type { Wish } from '../wishes/wish.ts'

/** Where it is written down what came back on letters, together with what follows for cases and hosts. */
export type HeardBook = {
  /** Writes down what came, and all that follows, or nothing. Undefined: the same mail was written down before. */
  readonly keep: (heard: NewHeard, follows: Follows) => number | undefined
  /** What came, oldest first; without `all` only what waits for a person. */
  readonly list: (query: { readonly all: boolean }) => Iterable<KeptHeard>
  readonly one: (number: number) => KeptHeard | undefined
  /** The whole mail, until a person is done with it. */
  readonly mail: (number: number) => Uint8Array | undefined
  /** A person is done with it, and something follows. False: it waited for nobody. */
  readonly done: (number: number, events: readonly BookEvent[]) => boolean
  /** The domains in which addresses of letters ever were. */
  readonly domains: () => readonly string[]
  /** The letter whose bounces go to an address, or that has a Message-ID. */
  readonly letterOf: (
    by: { readonly returnTo: string } | { readonly messageId: string },
  ) => PostedLetter | undefined
}

/** What follows from a mail that came back. */
export type Follows = {
  readonly events: readonly BookEvent[]
  readonly wishes?: readonly Wish[]
  /** Somebody who tells us wants the weekly mail, or no more of it. */
  readonly summary?: SummaryWish
  /** How the letter fared. */
  readonly outcome: { readonly messageId: string; readonly was: 'bounced' | 'complained' } | null
}

/** A mail that came back, as it is written down. */
export type NewHeard = {
  /** By which the same mail is known again. */
  readonly sha256: string
  readonly at: Instant
  readonly kind: string
  /** Whether a person should look at it. */
  readonly isOpen: boolean
  /** The letter that it is about, where that is known. */
  readonly letter: number | null
  readonly contact: string | null
  readonly caseName: string | null
  /** Whether it came to an address that only readers of the letter know, or holds one. */
  readonly isProven: boolean
  /** What the mail says of its sender; anybody may write that. */
  readonly sender: string
  readonly subject: string
  /** What it says, in lines for people. */
  readonly text: string
  readonly mail: Uint8Array
}

export type KeptHeard = Omit<NewHeard, 'mail' | 'sha256'> & { readonly number: number }
