import type { Grade, Instant, Network, ReadContext, Signature } from '@redalert/core'
import type { Journal } from './resume/journal.ts'

/** What a scan looks for and how it reads. */
export type ScanOptions = {
  /** The plain name of the server whose logs these are. */
  readonly sensor: string
  /** Seconds since some moment, for the speed told in the summary. */
  readonly clock: () => number
  /** How lines are read: the forced format, the zone of local times, the proxies whose word is taken. */
  readonly context?: ReadContext
  readonly signatures?: readonly Signature[]
  /** Tells these families from any others. */
  readonly signaturesVersion?: string
  /** Only rows of these families; all are looked for, since a mark belongs to the strongest. */
  readonly families?: readonly string[]
  /** Only rows that are at least so sure. */
  readonly minGrade?: Grade | undefined
  readonly mine?: readonly Network[]
  readonly proxies?: readonly Network[]
  /** Scanners that the log's owner knows by address. */
  readonly scanners?: readonly Network[]
  readonly listens?: readonly string[]
  readonly since?: Instant | undefined
  readonly until?: Instant | undefined
  /** Tell every unread line. */
  readonly unread?: boolean
  /** Show evidence lines whole. */
  readonly raw?: boolean
  /** How many threads read; one when not given. */
  readonly threads?: number
  /** How many bytes of a large plain file one thread reads at a time. */
  readonly sliceSize?: number
  /** What was read before the scan was interrupted, and where it is noted what is read now. */
  readonly journal?: Journal
  /** Ends the scan; what was read until then is judged. */
  readonly signal?: AbortSignal
  /** Told after every batch of lines. */
  readonly progress?: (progress: ScanProgress) => void
}

/** How far a scan is: bytes of all its logs as they lie on disk, and lines. */
export type ScanProgress = { readonly bytes: number; readonly lines: number }
