import type { SourceName } from '../model/clue.ts'
import type { Found, Question } from '../model/found.ts'

/**
 * A place that may know who answers for an address. Sources are asked in the order of a list until one names somebody
 * who can be told; each passes `sourceContract`, or it is none.
 */
export type OwnerSource = {
  readonly name: SourceName
  /** Whose turn the question must wait for, or that this source has nothing to say to it. */
  readonly plan: (question: Question) => Plan
  /** Asks, where the plan says so. It never throws. */
  readonly find: (question: Question) => Promise<Found>
}

export type Plan =
  /** Nobody outside is asked. */
  | { readonly kind: 'here' }
  | { readonly kind: 'registry'; readonly registry: string }
  | { readonly kind: 'pass' }
