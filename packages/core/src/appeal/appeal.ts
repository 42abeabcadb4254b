import type { Instant } from '../model/instant.ts'
import type { Untrusted } from '../model/untrusted.ts'
import type { Signature } from '../signatures/signature.ts'

/** The version of what an appeal holds; see `docs/appeal.md`. */
export const appealVersion = 1

/**
 * A collector's appeal to everybody for the logs of some days: what is looked for, in which days, until when, and where
 * to send it. It is signed, for it tells a program what to look for in other people's logs.
 */
export type Appeal = {
  readonly kind: 'appeal'
  readonly schema: typeof appealVersion
  readonly id: string
  readonly made: Instant
  /** Who appeals, and how a person reaches them. */
  readonly collector: Untrusted
  readonly contact: Untrusted
  /** The days: from this moment on, and before that one. */
  readonly from: Instant
  readonly until: Instant
  /** Nothing that comes later counts as an answer. */
  readonly deadline: Instant
  /** Which families are looked for, by name; those in {@link signatures} need no mention. */
  readonly families: readonly string[]
  /** Families that a program may not know yet, whole. */
  readonly signatures: readonly Signature[]
  readonly to: AppealTo
  /** At least one, in English. */
  readonly texts: readonly AppealText[]
  /** The public key that signs it: 32 bytes of Ed25519 in base64url. */
  readonly key: string
  /** The signature by that key of {@link appealMessage}: 64 bytes in base64url. */
  readonly signature: string
}

/** Where answers go; at least one of the two is there. */
export type AppealTo = { readonly url: string | null; readonly mail: string | null }

export type AppealText = {
  /** As in BCP 47: `en`, `pt-BR`. */
  readonly language: string
  readonly title: Untrusted
  readonly text: Untrusted
}

/** How much an appeal may hold. */
export const appealLimits = {
  /** Characters of the whole. */
  characters: 1_000_000,
  days: 62,
  families: 200,
  signatures: 20,
  texts: 40,
  title: 200,
  text: 10_000,
} as const
