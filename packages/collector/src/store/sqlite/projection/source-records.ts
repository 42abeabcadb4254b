import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { CellRecord } from '../../../told/cell-record.ts'
import { readTransaction } from '../transaction.ts'
import { decodeRow, mergeRow } from './row.ts'
import { runTable } from './run.ts'

/** Records of sources, merged over all runs, for a connection that reads. */
export type SourceRecords = {
  readonly of: (source: string) => readonly CellRecord[]
  /** Looks many sources up in one state; which runs there are is asked once. */
  readonly together: (work: (recordsOf: (source: string) => readonly CellRecord[]) => void) => void
  /** The records of all sources from one to another, source by source. */
  readonly between: (first: string, last: string) => ReadonlyMap<string, readonly CellRecord[]>
}

/** Looks records up. Which runs there are may change between two looks, never within one. */
export function sourceRecords(
  database: DatabaseSync,
  piece: (number: number) => string,
): SourceRecords {
  const selectRuns = database.prepare('SELECT id FROM runs')
  const statements = new Map<
    number,
    { readonly one: StatementSync; readonly many: StatementSync }
  >()
  const statementsOf = (id: number) => {
    const known = statements.get(id)
    if (known) return known
    const select = `SELECT source, cells FROM ${runTable(id)}`
    const prepared = {
      one: database.prepare(`${select} WHERE source = ?`),
      many: database.prepare(`${select} WHERE source BETWEEN ? AND ?`),
    }
    statements.set(id, prepared)
    return prepared
  }
  const runsNow = () => {
    const ids = selectRuns.all().map(row => Number(row['id']))
    for (const id of statements.keys()) if (!ids.includes(id)) statements.delete(id)
    return ids.map(statementsOf)
  }
  const lookUp = (runs: ReturnType<typeof runsNow>, source: string): readonly CellRecord[] => {
    const key = Buffer.from(source, 'latin1')
    const found: CellRecord[] = []
    for (const { one } of runs) {
      const row = one.get(key)
      if (row) found.push(...decodeRow(row['cells'] as Uint8Array))
    }
    return mergeRow(found, piece)
  }
  return {
    of: source => readTransaction(database, () => lookUp(runsNow(), source)),
    together: work =>
      readTransaction(database, () => {
        const runs = runsNow()
        work(source => lookUp(runs, source))
      }),
    between(first, last) {
      const bounds = [Buffer.from(first, 'latin1'), Buffer.from(last, 'latin1')] as const
      const rows = readTransaction(database, () =>
        runsNow().flatMap(({ many }) => many.all(...bounds)),
      )
      const bySource = new Map<string, CellRecord[]>()
      for (const row of rows) {
        const source = Buffer.from(row['source'] as Uint8Array).toString('latin1')
        const records = bySource.get(source) ?? []
        records.push(...decodeRow(row['cells'] as Uint8Array))
        bySource.set(source, records)
      }
      return new Map(
        [...bySource].map(([source, records]) => [source, mergeRow(records, piece)] as const),
      )
    },
  }
}
