import type { Clock } from './entry.ts'
import type { Identity } from './identity.ts'
import type { Hour, Instant } from './instant.ts'
import type { MarkId } from './mark.ts'
import type { Source } from './source.ts'
import type { Untrusted } from './untrusted.ts'

/** How many identities a cell keeps: the smallest ones, so that more than these are estimated and merging stays exact. */
export const keptIdentities = 64
/** How many evidence lines a cell keeps: its first ones. */
export const keptEvidence = 2
/** How many payload hosts a cell keeps. */
export const keptPayloadHosts = 16

/** What one sensor saw of one source in one hour as one mark: the one unit from scan to store. */
export type Cell = CellKey & {
  /** The {@link keptIdentities} smallest, ascending. */
  readonly identities: readonly Identity[]
  readonly first: Instant
  readonly last: Instant
  /** At most {@link keptEvidence}, the first by instant, then by text. */
  readonly evidence: readonly Evidence[]
  /** The hosts its requests told a victim to fetch from or to call, ascending. */
  readonly payloadHosts: readonly Untrusted[]
  /** Whether a victim was to fetch from the source itself. */
  readonly ownPayload: boolean
}

/** What makes two cells one. */
export type CellKey = {
  readonly sensor: string
  readonly source: Source
  readonly mark: MarkId
  readonly hour: Hour
  readonly clock: Clock
}

/** A redacted line that proves a mark. Where it stood is for the log's owner and never leaves the house. */
export type Evidence = {
  readonly at: Instant
  readonly text: Untrusted
  readonly file?: string
  readonly line?: number
}

/** The key as text: equal for two cells exactly when they are to be merged. */
export function cellKey({ sensor, source, mark, hour, clock }: CellKey): string {
  return `${source} ${mark} ${hour} ${clock} ${sensor}`
}
