import type { Address, Instant } from '@redalert/core'

/** Somebody who tells, as the operator knows them. Only {@link stepSubmitter} makes and changes one. */
export type Submitter = {
  /** An enrolled name, `mailto:` and a proven address, or `anonymous`: what an arrival says. */
  readonly name: string
  readonly kind: SubmitterKind
  /** When the collector first knew of them, by its own clock. */
  readonly since: Instant
  /** What they were enrolled together with: a class, a company, a list of keys made in one go. */
  readonly batch: string | null
  /** The operator vouches for them. */
  readonly vetted: boolean
  /** Nothing they ever said counts. */
  readonly revoked: boolean
  /** The addresses their submissions came from, which a connection proves. */
  readonly sentFrom: readonly Address[]
  /** The addresses they say their servers listen on, which nothing proves. */
  readonly listens: readonly Address[]
}

/** `own`: the operator's sensors. `key`: enrolled. `mail`: an address proven by DKIM or SPF. `anonymous`: everybody who proves nothing. */
export type SubmitterKind = 'own' | 'key' | 'mail' | 'anonymous'

/** How many addresses of each sort are kept of a submitter: the first ones as text, so that order changes nothing. */
export const keptAddresses = 64
