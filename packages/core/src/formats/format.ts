import type { Escapes, LogEntry } from '../model/entry.ts'
import type { Cut } from './cut.ts'
import type { Sample } from './sample.ts'
import type { Span, Spans } from './spans.ts'
import type { Stamp } from './stamp.ts'
import type { Header } from './w3c-header.ts'

/** One shape of log lines: where its fields stand, and what its times mean. */
export type LogFormat = {
  readonly name: string
  /** Other names that a person may call it by. */
  readonly aliases: readonly string[]
  /** Whether its times are UTC, carry their distance from Greenwich, or are local to the server. */
  readonly clock: 'utc' | 'offset' | 'local'
  readonly escapes: Escapes
  /** False when this log keeps no queries. */
  readonly queryLogged?: false
  /** Of a line-shaped format: the cuts that every reader of it interprets. */
  readonly cuts?: readonly Cut[]
  /** It never resolves names: its client is an address, or the line is none of this shape. */
  readonly addressesOnly?: true
  /** Where the fields of a record stand; undefined when it is not of this shape. */
  readonly locate: (record: string) => Located | undefined
  /** What its clock showed; undefined when that cannot be read. */
  readonly readTime: (record: string, spans: Spans) => Stamp | undefined
  /** Undoes how values are wrapped, as JSON wraps them in its strings. */
  readonly unwrap?: (raw: string) => string
  /** What its header lines said, where it has some: its lines cannot be read without. */
  readonly header?: Header
  /** What stands in the place of a private field; a dash where not given. */
  readonly hide?: (record: string, span: Span) => string
  /** The record that says what an entry says, as far as this shape can. Local times are written in UTC. */
  readonly write: (entry: LogEntry) => string
  readonly samples: readonly Sample[]
}

/** What a shape finds in a record. */
export type Located = {
  readonly spans: Spans
  /** The record ends inside its request, referer or agent. */
  readonly cut?: true
  /** The record is of this shape and tells of no request. */
  readonly event?: true
  /** The record is of this shape, and whom it tells of cannot be told for sure. */
  readonly refused?: 'spliced'
}
