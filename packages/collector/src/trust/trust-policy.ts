import type { Grade } from '@redalert/core'
import type { Consequence } from './consequence.ts'
import type { TrustClass } from './trust-class.ts'

/** Whom to believe, and how far: the one table from which every decision comes. `docs/trust.md` derives its numbers. */
export type TrustPolicy = {
  /** What a word weighs: -ln of how likely it is that such a submitter lies. The words of all others weigh nothing. */
  readonly points: Readonly<Record<BelievedClass, number>>
  /** What is left of a word whose evidence proves no more than this: at most all of it. */
  readonly evidence: Readonly<Record<Grade, number>>
  readonly needed: Readonly<Record<Consequence, Needed>>
  /** How many hosts of one day a submitter's words count for: the first they saw. */
  readonly newHostsPerDay: Readonly<Record<Exclude<BelievedClass, 'own'>, number>>
  /** When somebody new is established: so many days after the first meeting, with so many hosts borne out by others. */
  readonly history: { readonly days: number; readonly hosts: number }
  readonly lies: {
    /** Levels: a host that no more than so many parties told of is thin. */
    readonly thin: readonly number[]
    /** How many standard deviations above the others one may have thin hosts. */
    readonly score: number
    /** With fewer parties than this nothing can be said of what is usual. */
    readonly parties: number
  }
  /** What was told of an address longer ago than so many days before it was last seen is no witness of what it is now. */
  readonly withinDays: number
  /** How many bits of an address make a network where no table knows one. */
  readonly prefix: { readonly ipv4: number; readonly ipv6: number }
}

/** Those whose words weigh anything. */
export type BelievedClass = Exclude<TrustClass, 'doubted' | 'anonymous'>

/** What a consequence needs. */
export type Needed = {
  readonly points: number
  /** So many parties whose own evidence proves at least this grade. */
  readonly parties: number
  readonly grade: Grade
  /** Whether the operator's own sensors suffice alone, where they prove `infected`. */
  readonly ownAlone: boolean
}

/** The table as it stands where the configuration says nothing. */
export const trustPolicy: TrustPolicy = {
  points: { own: 6.9, vetted: 6.9, established: 3, new: 1.6 },
  evidence: { infected: 1, likely: 0.75, probe: 0.5 },
  needed: {
    ask: { points: 3.2, parties: 2, grade: 'likely', ownAlone: true },
    assert: { points: 6.9, parties: 2, grade: 'infected', ownAlone: true },
    escalate: { points: 9.2, parties: 2, grade: 'infected', ownAlone: false },
  },
  newHostsPerDay: { vetted: 100_000, established: 3000, new: 300 },
  history: { days: 14, hosts: 20 },
  lies: { thin: [2, 4, 8], score: 4, parties: 20 },
  withinDays: 30,
  prefix: { ipv4: 16, ipv6: 32 },
}
