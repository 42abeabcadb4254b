import type { Address } from '@redalert/core'
import type { Preferences } from './preferences.ts'
import type { Holding } from './holding.ts'

/** What a source is asked. */
export type Question = {
  readonly address: Address
  /** What the sources before this one said. */
  readonly known?: Holding
  /** Where to go on, when a registry sent us elsewhere. */
  readonly leg?: Leg
  /** The registries were asked not long ago, and had nothing or could not be reached. */
  readonly spent?: true
  readonly signal?: AbortSignal
}

/** A way that a registry sent us: to whom, and for RDAP to which page. */
export type Leg = { readonly registry: string; readonly url?: string; readonly hops: number }

/** What a source answers. Only `busy`, `blocked` and `failed` may be different a while later. */
export type Found =
  | {
      readonly kind: 'holding'
      readonly holding: Holding
      /** `provisional`: a narrower range may lie around the address; `guess`: and none was asked for near it. */
      readonly certainty: Certainty
      readonly stale?: true
      readonly preferences?: Preferences
    }
  /** Nobody is to be told, or nobody is there; no other source is asked. */
  | { readonly kind: 'stop'; readonly as: 'never' | 'unroutable'; readonly reason: string }
  | { readonly kind: 'nothing'; readonly reason: string; readonly asked?: true }
  /** Another registry knows more; what is known so far may come with it. */
  | { readonly kind: 'elsewhere'; readonly leg: Leg; readonly known?: Holding }
  | { readonly kind: 'busy'; readonly reason: string; readonly waitMs?: number }
  | { readonly kind: 'blocked'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

/** How far an answer may be trusted for an address that was not itself asked for. */
export type Certainty = 'certain' | 'provisional' | 'guess'
