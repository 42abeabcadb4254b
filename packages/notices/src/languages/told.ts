import type { Instant, Signature } from '@redalert/core'
import type { MailText } from '../safe/mail-text.ts'

/** What a sentence about some machines is told. */
export type Told = {
  /** How many, at least one. */
  readonly machines: number
  /** The address, when it is only one. */
  readonly sole?: MailText
  /** At least one, and few enough for a sentence. */
  readonly families: readonly ToldFamily[]
  /** How many more families there are. */
  readonly others: number
  readonly first: Instant
  readonly last: Instant
  /** Whether the recipient holds the network, or answers for a country. */
  readonly where: 'network' | 'country'
}

/** A family as a sentence names it. */
export type ToldFamily = { readonly name: MailText; readonly kind: Signature['class'] }
