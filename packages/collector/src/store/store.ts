import type { Cell, Hour, Instant, Network, Receipt, Requests, Source } from '@redalert/core'
import type { Arrival } from '../arrival.ts'
import type { Host } from '../cases/host.ts'
import type { Outgoing } from '../outgoing.ts'
import type { Told } from '../told/told.ts'

/**
 * Where a collector keeps what it was told. The intake log is the record; all else is made from it and can be made
 * again. An engine passes `storeContract` or it is none.
 */
export type Store = AsyncDisposable & IntakeLog & Projection & Outgoing

/** What came, in order, and never lost once kept. */
export type IntakeLog = {
  /** Keeps an arrival; resolves when it is on disk. The same bytes from the same submitter, to be read in the same way, are one arrival. */
  readonly keep: (arrival: Arrival) => Promise<Kept>
  /** Arrivals behind a sequence number, in order: the first, and more while neither many nor large. */
  readonly arrivals: (after: number, most: Most) => readonly StoredArrival[]
  readonly receipt: (id: string) => Receipt | undefined
  readonly submissions: (query: SubmissionQuery) => readonly SubmissionRow[]
  /** Puts what an arrival told in the place of its raw bytes. */
  readonly compact: (sequence: number, told: Told) => void
  /** Sequence numbers of arrivals that came before a moment and are kept raw. */
  readonly raw: (before: Instant) => readonly number[]
  /** Removes an arrival, and every copy of its bytes. */
  readonly remove: (sequences: readonly number[]) => void
  /** Writes a copy of the record to a file, while work goes on. */
  readonly backup: (file: string) => Promise<void>
}

/** What was made of it. */
export type Projection = {
  /** Adds what some arrivals told, in order; all or nothing. Resolves when it can be read. */
  readonly project: (batch: readonly Projected[]) => Promise<void>
  readonly position: () => Position
  /** Hosts in the order of their addresses. */
  readonly hosts: (query: HostQuery) => Iterable<HostRow>
  /** Every cell of a source with who told it, in a fixed order. */
  readonly cells: (source: Source) => readonly ToldCell[]
  /** The same of many sources, from one state, and much cheaper than one by one. */
  readonly cellsOf: (sources: Iterable<Source>) => ReadonlyMap<Source, readonly ToldCell[]>
  /** Every cell of all sources. */
  readonly allCells: () => Iterable<ToldCell>
  /** For each hour, how many sources showed a mark of a family. */
  readonly curve: (family: string) => readonly CurvePoint[]
  /** The networks (/16, /32 of IPv6) with the most hosts. */
  readonly networks: (query: {
    readonly since?: Instant
    readonly limit: number
  }) => readonly NetworkRow[]
  readonly coverage: (submitter: string) => readonly CoverageRow[]
  /** Throws away what was made, so that it is made again from the record. */
  readonly forgetProjection: () => Promise<void>
}

export type Kept =
  | {
      readonly kind: 'kept'
      readonly sequence: number
      readonly id: string
      readonly isNew: boolean
    }
  /** The same idempotency key stood above other bytes. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'full' }

export type StoredArrival = Omit<Arrival, 'body' | 'idempotencyKey' | 'sentFrom'> & {
  readonly sequence: number
  readonly id: string
  /** The body as it came, or what it told when that is all that is left. */
  readonly content:
    | { readonly kind: 'raw'; readonly body: Uint8Array }
    | { readonly kind: 'told'; readonly told: Told }
}

/** How much to give at once. */
export type Most = { readonly count: number; readonly bytes: number }

export type Projected = {
  readonly sequence: number
  readonly submitter: string
  readonly told: Told
}

export type Position = {
  /** The last arrival that is kept. */
  readonly kept: number
  /** The last one of which everything can be read. */
  readonly projected: number
}

export type HostQuery = {
  readonly within?: Network
  /** Last seen at or after. */
  readonly since?: Instant
  /** Last seen before. */
  readonly until?: Instant
  readonly family?: string
}

/** A host with what its cells hold. */
export type HostRow = Host & {
  readonly requests: Requests
  readonly sensors: number
  readonly submitters: number
}

export type ToldCell = { readonly submitter: string; readonly cell: Cell }
export type CurvePoint = { readonly hour: Hour; readonly hosts: number; readonly exact: boolean }
export type NetworkRow = { readonly network: string; readonly hosts: number }

/** How many lines a sensor had read in each hour, as far as was told. */
export type CoverageRow = {
  readonly sensor: string
  readonly hours: Readonly<Record<Hour, number>>
  readonly listens: readonly string[] | null
  readonly signatures: string
}

export type SubmissionQuery = {
  readonly submitter?: string
  readonly limit: number
  readonly before?: number
}
export type SubmissionRow = Receipt & {
  readonly sequence: number
  readonly way: Arrival['way']
  readonly proof: Arrival['proof']
}
