import { countRequests, grades, instantOfSeconds, type Instant } from '@redalert/core'
import type { DatabaseSync } from 'node:sqlite'
import { hostStates } from '../../../cases/host.ts'
import type { CellRecord } from '../../../told/cell-record.ts'
import { cellOf } from '../../../told/cell-of.ts'
import { sourceOfBytes } from '../../../told/source-bytes.ts'
import type { HostQuery, HostRow } from '../../store.ts'
import { decodeMarks } from './host-entry.ts'
import { conditionOf } from './host-query.ts'
import type { NameReader } from './read-names.ts'
import type { SourceRecords } from './source-records.ts'

const chunk = 256

/** The hosts that a query means, in the order of their addresses and families, some at a time. */
export function* readHosts(
  database: DatabaseSync,
  query: HostQuery,
  { names, records }: { readonly names: NameReader; readonly records: SourceRecords },
): Generator<HostRow, void> {
  const condition = conditionOf(query, names)
  if (!condition) return
  const isSparse = [query.since, query.until, query.family].some(limit => limit !== undefined)
  const select = database.prepare(
    `SELECT source, family, state, grade, first, last, marks FROM hosts
     WHERE source > ? AND ${condition.sql} ORDER BY source LIMIT ${chunk}`,
  )
  select.setReturnArrays(true)
  let after: Uint8Array = new Uint8Array()
  for (;;) {
    const rows = select.all(after, ...condition.values) as unknown as readonly Entry[]
    const whole = rows.length < chunk ? rows : withoutLastSource(rows)
    const [first, last] = [whole[0], whole.at(-1)]
    if (!first || !last) return
    // What lies between the few that a condition leaves may be nearly everything there is.
    const cells = isSparse
      ? new Map(whole.map(([source]) => [textOf(source), records.of(textOf(source))] as const))
      : records.between(textOf(first[0]), textOf(last[0]))
    for (const own of Map.groupBy(whole, row => textOf(row[0])).values()) {
      yield* own
        .map(row => hostOf(row, cells.get(textOf(row[0])) ?? [], names))
        .toSorted((one, other) => (one.family < other.family ? -1 : 1))
    }
    if (rows.length < chunk) return
    after = last[0]
  }
}

/** The rows of a source that may go on behind the last row are left for the next time; a source has far fewer families than rows are read. */
function withoutLastSource(rows: readonly Entry[]): readonly Entry[] {
  const last = rows.at(-1)
  return last ? rows.filter(([source]) => Buffer.compare(source, last[0]) !== 0) : rows
}

type Entry = readonly [Uint8Array, number, number, number, number, number, Uint8Array]

function hostOf(
  [source, family, state, grade, first, last, marks]: Entry,
  records: readonly CellRecord[],
  names: NameReader,
): HostRow {
  const own = new Set(decodeMarks(marks).map(({ mark }) => mark))
  const proof = records.filter(({ mark }) => own.has(mark))
  const address = sourceOfBytes(textOf(source))
  const naming = { mark: String, sensor: String, piece: String }
  return {
    source: address,
    family: names.nameOf('family', family),
    state: hostStates[state] ?? 'suspected',
    grade: grades[grade] ?? 'probe',
    first: instant(first),
    last: instant(last),
    requests: countRequests(
      proof.map(record => cellOf(address, { ...record, evidence: [] }, naming)),
    ),
    sensors: new Set(proof.map(({ submitter, sensor }) => `${submitter} ${sensor}`)).size,
    submitters: new Set(proof.map(({ submitter }) => submitter)).size,
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}

function instant(seconds: number): Instant {
  return instantOfSeconds(seconds) ?? ('1970-01-01T00:00:00Z' as Instant)
}
