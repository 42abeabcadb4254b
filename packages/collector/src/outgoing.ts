import type { Instant, Receipt } from '@redalert/core'

/** Answers that are to be sent. */
export type Outgoing = {
  /** Arrivals that were read, may be answered by mail and are not settled yet, in order. */
  readonly unsettled: (limit: number) => readonly Unsettled[]
  /** An arrival is done with; with a letter, when an answer is due. */
  readonly settle: (sequence: number, letter?: Letter) => void
  /** Settles some as one commit: each alone would wait for the disk. */
  readonly together: (settling: () => void) => void
  readonly dueLetters: (now: Instant, limit: number) => readonly DueLetter[]
  /** How many letters were made for an address since a moment. */
  readonly lettersTo: (address: string, since: Instant) => number
  /** A letter was sent, is tried again later, or given up. */
  readonly noteLetter: (sequence: number, outcome: LetterOutcome) => void
}

export type Unsettled = {
  readonly sequence: number
  readonly answerTo: string | undefined
  readonly receipt: Receipt
}
export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly messageId: string
  readonly at: Instant
}
export type DueLetter = Letter & { readonly sequence: number; readonly attempts: number }
export type LetterOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later'; readonly at: Instant }
  | { readonly kind: 'given-up' }
