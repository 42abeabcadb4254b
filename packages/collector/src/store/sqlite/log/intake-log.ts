import { backup, type DatabaseSync } from 'node:sqlite'
import type { Account } from '@redalert/core'
import type { IntakeLog } from '../../store.ts'
import { transaction } from '../transaction.ts'
import { keeper, type KeepOptions } from './keep.ts'
import { type LogReader, readLog } from './read-log.ts'
import { toldBytes } from './told-bytes.ts'

/** The record in a database. `account` gives what was found in an arrival, once that is known. */
export function intakeLog(
  database: DatabaseSync,
  account: (sequence: number) => Account | undefined,
  options: KeepOptions,
): IntakeLog & LogReader {
  const selectRaw = database.prepare(
    "SELECT sequence FROM arrivals WHERE form = 'raw' AND at < ? ORDER BY sequence",
  )
  const update = database.prepare(
    "UPDATE arrivals SET form = 'told', content = ? WHERE sequence = ?",
  )
  return {
    ...readLog(database, account),
    keep: keeper(database, options),
    raw: before => selectRaw.all(before).map(row => Number(row['sequence'])),
    compact(sequence, told) {
      update.run(toldBytes(told), sequence)
    },
    remove(sequences) {
      transaction(database, () => {
        for (const table of ['letters', 'requests', 'arrivals']) {
          const remove = database.prepare(`DELETE FROM ${table} WHERE sequence = ?`)
          for (const sequence of sequences) remove.run(sequence)
        }
      })
      // What is deleted must not stay in the log of writes either.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    async backup(file) {
      await backup(database, file)
    },
  }
}
