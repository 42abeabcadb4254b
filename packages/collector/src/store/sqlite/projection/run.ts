import type { DatabaseSync } from 'node:sqlite'
import { addPair, emptyFilter, type Filter, pairOf } from './filter.ts'
import type { Row } from './row.ts'

/** A sorted table of cells that is written once. */
export type Run = {
  readonly id: number
  /** How often its cells were merged. */
  readonly level: number
  readonly cells: number
  readonly pairs: number
  readonly filter: Filter
}

/** A run that is being written, source by source in ascending order. */
export type RunWriter = {
  readonly append: (added: Added) => void
  readonly finish: (level: number) => Run
}

/** The rows of one source, and what is in them. */
export type Added = {
  readonly source: string
  readonly rows: readonly Row[]
  readonly tellers: readonly number[]
  readonly cells: number
}

/** The name of a run's table. */
export function runTable(id: number): string {
  return `run_${id}`
}

/** Begins a run for at most so many pairs of source and submitter. */
export function writeRun(database: DatabaseSync, id: number, mostPairs: number): RunWriter {
  database.exec(
    `CREATE TABLE ${runTable(id)} (source BLOB PRIMARY KEY, cells BLOB NOT NULL, count INTEGER NOT NULL) WITHOUT ROWID`,
  )
  const insert = database.prepare(`INSERT INTO ${runTable(id)} VALUES (?, ?, ?)`)
  const filter = emptyFilter(mostPairs)
  let cells = 0
  let pairs = 0
  return {
    append({ source, rows, tellers, cells: more }) {
      const [only] = rows
      const row = rows.length === 1 && only ? only : Buffer.concat(rows)
      insert.run(Buffer.from(source, 'latin1'), row, more)
      cells += more
      for (const teller of tellers) addPair(filter, pairOf(source, teller))
      pairs += tellers.length
    },
    finish(level) {
      database
        .prepare('INSERT INTO runs (id, level, cells, pairs, filter) VALUES (?, ?, ?, ?, ?)')
        .run(id, level, cells, pairs, filter)
      return { id, level, cells, pairs, filter }
    },
  }
}
