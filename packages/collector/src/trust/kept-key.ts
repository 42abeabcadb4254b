import type { Instant } from '@redalert/core'

/** What a submitter may do with a key. */
export const keyScopes = ['submit', 'read', 'admin'] as const
export type KeyScope = (typeof keyScopes)[number]

/** A key as it is kept: whoever reads this cannot make the key of it. */
export type KeptKey = {
  /** The part of it that may be shown. */
  readonly id: string
  /** SHA-256 of the whole key, in hexadecimal. 160 bits of it are random, so that no slower hash is needed. */
  readonly hash: string
  readonly submitter: string
  readonly scopes: readonly KeyScope[]
  readonly made: Instant
  /** Null: it was never used. */
  readonly lastUsed: Instant | null
  readonly revoked: boolean
}
