import type { Party } from './party.ts'
import type { HostPlace } from './quota.ts'
import type { TrustClass } from './trust-class.ts'

/** Where a submitter stands: how far to believe them, and with whom they count as one. */
export type Standing = {
  readonly class: TrustClass
  /** Whoever shares one of these counts once. Never empty. */
  readonly parties: readonly Party[]
  /** For each day on which they told of too many hosts, the last one that counts. */
  readonly limits: ReadonlyMap<string, HostPlace>
  /** How far above the usual the share of their hosts is that nobody else bears out; null where nothing can be said. */
  readonly lieScore: number | null
}
