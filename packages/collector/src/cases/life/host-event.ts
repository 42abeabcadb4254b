import type { Grade, Instant, Source } from '@redalert/core'
import type { Exclusion, HostLife, May } from './host-life.ts'
import type { Rung } from './rung.ts'

/** What happens to a host, and when: at the collector, not in a log. */
export type HostEvent = {
  readonly source: Source
  readonly family: string
  readonly at: Instant
} & HostHappening

/** All of it may happen twice. */
export type HostHappening =
  | {
      /** All that is known of it was judged: log time from then till then, and what may be done. */
      readonly kind: 'seen'
      readonly first: Instant
      readonly last: Instant
      readonly grade: Grade
      readonly may: May
    }
  /** Something of what was known was taken back; this is left. */
  | {
      readonly kind: 'restated'
      readonly first: Instant
      readonly last: Instant
      readonly grade: Grade
      readonly may: May
    }
  /** A letter that was let go never left: this is what the host is without it. */
  | { readonly kind: 'untold'; readonly left: HostLife }
  | { readonly kind: 'told'; readonly rung: Rung; readonly contact: string }
  | { readonly kind: 'claimed'; readonly what: 'cleaned' | 'patched' }
  /** What its silence says, and how likely it makes a clean machine. `out-of-sight`: nobody would hear of it either way. */
  | {
      readonly kind: 'gone-quiet' | 'presumed-fixed' | 'out-of-sight'
      readonly chance?: number
    }
  /** Lines came late: the silence that was judged began later than one thought, and says less. */
  | { readonly kind: 'not-silent' }
  | { readonly kind: 'disputed' | 'expired' | 'readmitted' }
  /** Those who told of it are believed again, before anybody was told that they are not. */
  | { readonly kind: 'reinstated' }
  /** A person looked into a dispute. */
  | { readonly kind: 'dispute-settled'; readonly evidence: 'stands' | 'falls' }
  | { readonly kind: 'excluded'; readonly because: Exclusion }
