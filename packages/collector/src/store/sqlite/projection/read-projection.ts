import {
  type Account,
  type Hour,
  hourOf,
  type Instant,
  instantOfSeconds,
  secondsOf,
  type Source,
} from '@redalert/core'
import type { DatabaseSync } from 'node:sqlite'
import { cellOf, type Naming } from '../../../told/cell-of.ts'
import type { CellRecord } from '../../../told/cell-record.ts'
import { sourceBytes, sourceOfBytes } from '../../../told/source-bytes.ts'
import type {
  CoverageRow,
  CurvePoint,
  HostQuery,
  HostRow,
  NetworkRow,
  ToldCell,
} from '../../store.ts'
import { compareToldCells } from '../../compare-told-cells.ts'
import { openToRead } from '../open-database.ts'
import { decodeDay } from './coverage-table.ts'
import { readHosts } from './read-hosts.ts'
import { nameReader } from './read-names.ts'
import { countSketch, decodeSketch } from './sketch.ts'
import { type SourceRecords, sourceRecords } from './source-records.ts'

/** What can be asked of a projection. */
export type ProjectionReader = {
  readonly projected: () => number
  readonly account: (sequence: number) => Account | undefined
  readonly hosts: (query: HostQuery) => Iterable<HostRow>
  readonly cells: (source: Source) => readonly ToldCell[]
  readonly cellsOf: (sources: Iterable<Source>) => ReadonlyMap<Source, readonly ToldCell[]>
  readonly allCells: () => Iterable<ToldCell>
  readonly curve: (family: string) => readonly CurvePoint[]
  readonly networks: (query: {
    readonly since?: Instant
    readonly limit: number
  }) => readonly NetworkRow[]
  readonly coverage: (submitter: string) => readonly CoverageRow[]
  readonly close: () => void
}

/** Opens a projection to read it, while another connection may write it. */
export function readProjection(file: string): ProjectionReader {
  const database = openToRead(file, 32)
  const names = nameReader(database)
  const records = sourceRecords(database, names.piece)
  const naming: Naming = {
    mark: number => names.nameOf('mark', number),
    sensor: number => names.nameOf('sensor', number),
    piece: names.piece,
  }
  const toldOf = (source: string, each: readonly CellRecord[]): readonly ToldCell[] => {
    const address = sourceOfBytes(source)
    const told = each.map(record => ({
      submitter: names.nameOf('submitter', record.submitter),
      cell: cellOf(address, record, naming),
    }))
    return told.toSorted(compareToldCells)
  }
  const cellsOf = (sources: Iterable<Source>) => {
    const told = new Map<Source, readonly ToldCell[]>()
    records.together(recordsOf => {
      for (const source of sources) {
        const key = sourceBytes(source)
        told.set(source, key === undefined ? [] : toldOf(key, recordsOf(key)))
      }
    })
    return told
  }
  const selectProjected = database.prepare("SELECT value FROM meta WHERE name = 'projected'")
  const selectAccount = database.prepare('SELECT account FROM accounts WHERE sequence = ?')
  return {
    projected: () => Number(selectProjected.get()?.['value'] ?? 0),
    account(sequence) {
      const row = selectAccount.get(sequence)
      return row ? (JSON.parse(String(row['account'])) as Account) : undefined
    },
    hosts: query => readHosts(database, query, { names, records }),
    cells: source => cellsOf([source]).get(source) ?? [],
    cellsOf,
    *allCells() {
      for (const [source, each] of allSources(database, records)) yield* toldOf(source, each)
    },
    curve(family) {
      const number = names.numberOf('family', family)
      if (number === undefined) return []
      return database
        .prepare('SELECT hour, sketch FROM curve WHERE family = ? ORDER BY hour')
        .all(number)
        .map(row => {
          const { count, exact } = countSketch(decodeSketch(row['sketch'] as Uint8Array))
          return { hour: hourOfNumber(Number(row['hour'])), hosts: count, exact }
        })
    },
    networks: query => readNetworks(database, query),
    coverage(submitter) {
      const number = names.numberOf('submitter', submitter)
      return number === undefined ? [] : readCoverage(database, number, naming)
    },
    close: () => database.close(),
  }
}

const chunk = 500

function* allSources(
  database: DatabaseSync,
  records: SourceRecords,
): Generator<readonly [string, readonly CellRecord[]]> {
  const select = database.prepare(
    `SELECT DISTINCT source FROM hosts WHERE source > ? ORDER BY source LIMIT ${chunk}`,
  )
  let after: Uint8Array = new Uint8Array()
  for (;;) {
    const sources = select.all(after).map(row => row['source'] as Uint8Array)
    const [first, last] = [sources[0], sources.at(-1)]
    if (!first || !last) return
    const [low, high] = [first, last].map(bytes => Buffer.from(bytes).toString('latin1'))
    const found = records.between(low ?? '', high ?? '')
    yield* [...found].toSorted(([one], [other]) => (one < other ? -1 : 1))
    after = last
  }
}

function readNetworks(
  database: DatabaseSync,
  { since, limit }: { readonly since?: Instant; readonly limit: number },
): readonly NetworkRow[] {
  // Sources lie sorted, so that DISTINCT costs nothing; of those that have as many as the last one shown, the text decides.
  return database
    .prepare(
      `WITH counted AS MATERIALIZED (
         SELECT substr(source, 1, CASE length(source) WHEN 4 THEN 2 ELSE 4 END) AS network, count(*) AS hosts
         FROM (SELECT DISTINCT source FROM hosts WHERE family > 0 AND last >= ?) GROUP BY network)
       SELECT network, hosts FROM counted
       WHERE hosts >= coalesce((SELECT hosts FROM counted ORDER BY hosts DESC LIMIT 1 OFFSET ?), 0)`,
    )
    .all(since === undefined ? 0 : secondsOf(since), Math.max(0, limit - 1))
    .map(row => ({
      network: networkText(row['network'] as Uint8Array),
      hosts: Number(row['hosts']),
    }))
    .toSorted((one, other) => other.hosts - one.hosts || (one.network < other.network ? -1 : 1))
    .slice(0, limit)
}

/** IPv4 by its first two bytes, IPv6 by its first four. */
function networkText(bytes: Uint8Array): string {
  const whole = Buffer.alloc(bytes.length === 2 ? 4 : 16)
  whole.set(bytes)
  return `${sourceOfBytes(whole.toString('latin1'))}/${bytes.length * 8}`
}

function readCoverage(
  database: DatabaseSync,
  submitter: number,
  naming: Naming,
): readonly CoverageRow[] {
  const days = database.prepare(
    'SELECT day, lines FROM coverage WHERE submitter = ? AND sensor = ? ORDER BY day',
  )
  // Sensors listen in the same hours: each is written out once.
  const hoursNamed = new Map<number, Hour>()
  const hourAt = (number: number): Hour => {
    const hour = hoursNamed.get(number) ?? hourOfNumber(number)
    hoursNamed.set(number, hour)
    return hour
  }
  return database
    .prepare('SELECT sensor, listens, signatures FROM sensors WHERE submitter = ? ORDER BY sensor')
    .all(submitter)
    .map(row => {
      const listens = JSON.parse(String(row['listens'])) as readonly string[]
      const hours = days
        .all(submitter, Number(row['sensor']))
        .flatMap(({ day, lines }) =>
          decodeDay(lines as Uint8Array).flatMap((count, hour) =>
            count === 0 ? [] : [[hourAt(Number(day) * 24 + hour), count] as const],
          ),
        )
      return {
        sensor: naming.sensor(Number(row['sensor'])),
        hours: Object.fromEntries(hours),
        listens: listens.length === 0 ? null : listens,
        signatures: String(row['signatures']),
      }
    })
    .toSorted((one, other) => (one.sensor < other.sensor ? -1 : 1))
}

function hourOfNumber(number: number): Hour {
  return hourOf(instantOfSeconds(number * 3600) ?? ('1970-01-01T00:00:00Z' as Instant))
}
