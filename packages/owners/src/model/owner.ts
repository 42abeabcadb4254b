import type { Address, Instant, Untrusted } from '@redalert/core'
import type { Range } from '../ranges/range.ts'
import type { Candidate } from './candidate.ts'
import type { SourceName } from './clue.ts'
import type { Preferences } from './preferences.ts'

/** Who answers for an address, or why nobody is named. Every address that was asked gets exactly one of these. */
export type Owner = Answerable | NeverTold | OwnAlarm | Queued | Unroutable

/** Somebody who can be told. */
export type Answerable = Held & {
  readonly kind: 'owner'
  readonly address: Address
  readonly contact: Candidate
  /** All of them in order, the contact first: the next is used when a mail comes back. */
  readonly candidates: readonly Candidate[]
  /** A narrower network may lie around the address: its provider is named, not the customer. */
  readonly provisional: boolean
  /** A question about the very block of the address still waits for a later pass. */
  readonly queued: boolean
  /** The answer is older than it should be, and is being asked for again. */
  readonly stale: boolean
  /** What the operator's lists ask: wait for a person, or tell only with the source port. */
  readonly handling?: { readonly action: 'hold' | 'port-only'; readonly reason: string }
  readonly preferences?: Preferences
}

/** Somebody who is never told: a special-purpose address, an own network, a name on an operator's list. */
export type NeverTold = {
  readonly kind: 'never'
  readonly address: Address
  readonly reason: string
}

/** An address that we ourselves depend on: somebody erred, or forged a log. Nothing is done but to say so. */
export type OwnAlarm = {
  readonly kind: 'alarm'
  readonly address: Address
  readonly reason: string
}

/** Not asked yet: the registry's turn has not come, or it asked us to stop. */
export type Queued = {
  readonly kind: 'queued'
  readonly address: Address
  readonly registry: string
  /** How many hosts wait for the same answer. */
  readonly hosts: number
  readonly reason: string
  /** Not before. */
  readonly until?: Instant
}

/** Nobody can be told; whom a registry names without saying that he is the one to tell stands among the candidates. */
export type Unroutable = Partial<Held> & {
  readonly kind: 'unroutable'
  readonly address: Address
  readonly candidates: readonly Candidate[]
  readonly reason: string
}

/** What is known of the network around the address. */
export type Held = {
  readonly range: Range
  readonly source: SourceName
  readonly registry: string
  readonly handle?: Untrusted
  readonly name?: Untrusted
  readonly status?: Untrusted
  readonly country?: string
  readonly asns?: readonly number[]
  /** From a table that shows and never decides. */
  readonly origin?: Origin
}

/** The network that announces an address, as a table says that was made on a day by somebody. */
export type Origin = {
  readonly asn: number
  readonly name: Untrusted
  readonly asOf: string
  readonly attribution: string
}
