import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Instant, parseNetwork } from '@redalert/core'
import { emptyAccount } from '../../packages/collector/src/told/empty-account.ts'
import { packCells, type PackedCells } from '../../packages/collector/src/told/pack-cells.ts'
import { openDatabase } from '../../packages/collector/src/store/sqlite/open-database.ts'
import { sqliteStore } from '../../packages/collector/src/store/sqlite/sqlite-store.ts'
import { transaction } from '../../packages/collector/src/store/sqlite/transaction.ts'
import { openPacked } from '../../packages/collector/src/told/open-packed.ts'
import { byteWriter, writtenBytes } from '../../packages/collector/src/told/byte-writer.ts'
import { writeRecord } from '../../packages/collector/src/told/write-record.ts'
import { computed } from './computed.ts'
import { type Outbreak, outbreak } from './outbreak.ts'

const together = 64
const cellsEach = 500
const cellsPerHost = 55

/** Fills a store, and asks it. */
export async function benchStore(folder: string, cells: number): Promise<void> {
  const hosts = Math.ceil(cells / cellsPerHost)
  const told = outbreak(hosts)
  const batches = Math.ceil(cells / (together * cellsEach))
  console.log(`store: ${batches * together * cellsEach} cells of ${hosts} machines`)
  await using store = sqliteStore({ folder: join(folder, 'store'), newId: String, thread: 'same' })
  let writing = 0
  let longest = 0
  let kept = 0
  const account = emptyAccount('cell')
  for (let batch = 0; batch < batches; batch++) {
    const packed = packedBatch(told, batch)
    kept += packed.count
    const projected = packed.all.map((each, at) => ({
      sequence: batch * together + at + 1,
      submitter: `submitter-${(batch * together + at) % 10_000}`,
      told: { account, cells: each, coverage: [] },
    }))
    const spent = await computed(() => store.project(projected))
    writing += spent
    longest = Math.max(longest, spent)
  }
  const file = join(folder, 'store', 'cells.db')
  const checkpointing = new DatabaseSync(file)
  checkpointing.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  checkpointing.close()
  const bytes = statSync(file).size
  console.log(
    `  project: ${rate(kept, writing)} cells per second of CPU, the longest commit ${longest.toFixed(0)} ms; ${(bytes / kept).toFixed(0)} bytes per cell`,
  )
  const sample = Array.from({ length: 50 }, (_, at) => told.source((at * 7919) % hosts))
  await report('host look-up', sample, source => [
    ...store.hosts({ within: parseNetwork(`${source}/32`) ?? fail() }),
  ])
  await report('host and its cells', sample, source => store.cells(source))
  await report('prefix /16', sample, source => [
    ...store.hosts({
      within: parseNetwork(`${source.replace(/\.\d+\.\d+$/, '.0.0')}/16`) ?? fail(),
    }),
  ])
  await report(
    'sweep of an hour',
    Array.from({ length: 10 }, (_, at) => at),
    at => [
      ...store.hosts({
        since: `2001-08-01T0${at}:00:00Z` as Instant,
        until: `2001-08-01T0${at}:59:59Z` as Instant,
      }),
    ],
  )
  await report('top networks', [1, 2, 3, 4, 5], limit => store.networks({ limit: limit * 10 }))
  await report('hourly curve', [1, 2, 3, 4, 5], () => store.curve('codered-n'))
  console.log(
    `  peak memory, with what makes the cells: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  )
  await benchPlain(folder, told, batches)
}

/** The same cells in one table of SQLite, and nothing else made of them. */
async function benchPlain(folder: string, told: Outbreak, batches: number): Promise<void> {
  const file = join(folder, 'plain.db')
  const database = openDatabase(file, {
    durability: 'normal',
    cacheMegabytes: 128,
    logMegabytes: 128,
  })
  database.exec(`CREATE TABLE cells (
    source BLOB, hour INTEGER, mark INTEGER, sensor INTEGER, submitter INTEGER, cell BLOB,
    PRIMARY KEY (source, hour, mark, sensor, submitter)) WITHOUT ROWID`)
  const insert = database.prepare(
    'INSERT INTO cells VALUES (?, ?, 1, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  let writing = 0
  let kept = 0
  for (let batch = 0; batch < batches; batch++) {
    const rows = packedBatch(told, batch).all.flatMap((each, at) =>
      rowsOf(each, batch * together + at),
    )
    kept += rows.length
    writing += await computed(() =>
      transaction(database, () => {
        for (const row of rows) insert.run(...row)
      }),
    )
  }
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  const bytes = statSync(file).size
  console.log(
    `  the same rows in a plain table, nothing judged or counted: ${rate(kept, writing)} per second of CPU, ${(bytes / kept).toFixed(0)} bytes each`,
  )
}

type PlainRow = readonly [Uint8Array, number, number, number, Uint8Array]

function rowsOf(packed: PackedCells, number: number): readonly PlainRow[] {
  const rows: PlainRow[] = []
  for (const { source, records } of openPacked(packed).sources) {
    for (const record of records) {
      const writer = byteWriter(512)
      writeRecord(writer, record, record.hour)
      rows.push([
        Buffer.from(source, 'latin1'),
        record.hour,
        number % 10_000,
        number % 10_000,
        writtenBytes(writer),
      ])
    }
  }
  return rows
}

function packedBatch(told: Outbreak, batch: number) {
  let count = 0
  const all = Array.from({ length: together }, (_, at) => {
    const cells = told.cells(batch * together + at, cellsEach)
    count += cells.length
    return packCells(cells)
  })
  return { all, count }
}

async function report<Each>(
  label: string,
  all: readonly Each[],
  ask: (each: Each) => readonly unknown[],
): Promise<void> {
  const times: number[] = []
  let found = 0
  for (const each of all) {
    const before = process.threadCpuUsage()
    found += ask(each).length
    const { user, system } = process.threadCpuUsage(before)
    times.push((user + system) / 1000)
  }
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2)
  console.log(
    `  ${label}: ${at(0.5)} ms of CPU (${at(0)} to ${at(1)}), ${(found / all.length).toFixed(0)} rows`,
  )
}

function rate(count: number, milliseconds: number): string {
  return Math.round((count / milliseconds) * 1000).toLocaleString('en')
}

function fail(): never {
  throw new Error('no network')
}
