import type { Wish } from './wish.ts'
import type { Wishes } from './wishes.ts'

/** Where it is written down what contacts wish. The record is never changed: what somebody wishes follows from it. */
export type WishBook = {
  readonly of: (contact: string) => Wishes
  /** Writes down what was said; what changes nothing is not written. */
  readonly say: (wishes: readonly Wish[]) => void
  /** The contacts for whom a mail is to be made that they asked for. */
  readonly asking: () => readonly string[]
}
