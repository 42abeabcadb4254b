import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { CellRecord } from '../../../told/cell-record.ts'
import { mayHoldPair, pairOf } from './filter.ts'
import { decodeRow } from './row.ts'
import { type Run, runTable, type RunWriter, writeRun } from './run.ts'

/** The runs there are, for the one connection that writes. */
export type RunList = {
  readonly all: () => readonly Run[]
  /** Begins another run; it counts only when it is added. */
  readonly begin: (mostPairs: number) => RunWriter
  readonly add: (run: Run) => void
  readonly drop: (runs: readonly Run[]) => void
  /** Every record of a source, unmerged. */
  readonly records: (source: string) => readonly CellRecord[]
  /** Every record of a source, unless a submitter surely never told of it: then none. */
  readonly recordsToldBy: (source: string, submitter: number) => readonly CellRecord[]
}

/** Reads which runs there are; what is left of an unfinished one is removed. */
export function openRuns(database: DatabaseSync): RunList {
  const runs = new Map<number, Run>()
  for (const row of database.prepare('SELECT * FROM runs ORDER BY id').iterate()) {
    const { id, level, cells, pairs, filter } = row
    const run = { id: Number(id), level: Number(level), cells: Number(cells), pairs: Number(pairs) }
    runs.set(run.id, { ...run, filter: filter as Uint8Array })
  }
  let nextId = Math.max(0, ...runs.keys(), ...dropLeftovers(database, runs)) + 1
  const statements = new Map<number, StatementSync>()
  const read = (run: Run, source: Uint8Array): readonly CellRecord[] => {
    const statement =
      statements.get(run.id) ??
      database.prepare(`SELECT cells FROM ${runTable(run.id)} WHERE source = ?`)
    statements.set(run.id, statement)
    const row = statement.get(source)
    return row ? decodeRow(row['cells'] as Uint8Array) : []
  }
  return {
    all: () => [...runs.values()],
    begin: mostPairs => writeRun(database, nextId++, mostPairs),
    add: run => void runs.set(run.id, run),
    drop(dropped) {
      for (const { id } of dropped) {
        runs.delete(id)
        statements.delete(id)
        database.prepare('DELETE FROM runs WHERE id = ?').run(id)
        database.exec(`DROP TABLE ${runTable(id)}`)
      }
    },
    records(source) {
      const key = Buffer.from(source, 'latin1')
      return [...runs.values()].flatMap(run => read(run, key))
    },
    recordsToldBy(source, submitter) {
      const pair = pairOf(source, submitter)
      const found: CellRecord[] = []
      for (const run of runs.values()) {
        if (!mayHoldPair(run.filter, pair)) continue
        const records = read(run, Buffer.from(source, 'latin1'))
        found.push(...records.filter(record => record.submitter === submitter))
      }
      return found
    },
  }
}

function dropLeftovers(database: DatabaseSync, runs: ReadonlyMap<number, Run>): readonly number[] {
  const tables = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'run\\_%' ESCAPE '\\'",
    )
    .all()
    .map(row => Number(String(row['name']).slice('run_'.length)))
  for (const id of tables) if (!runs.has(id)) database.exec(`DROP TABLE ${runTable(id)}`)
  return tables
}
