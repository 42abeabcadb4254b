import { DatabaseSync } from 'node:sqlite'
import { type LifeLimits, lifeLimits } from '../cases/life/life-limits.ts'
import type { Ledger } from './ledger.ts'
import { ledgerNotes } from './ledger-notes.ts'
import { ledgerSchema } from './schema.ts'
import { silenceSchema } from './silence-schema.ts'
import { sqliteBook } from './sqlite-book.ts'
import { sqliteHeard } from './sqlite-heard.ts'
import { sqliteAnswerers } from './sqlite-answerers.ts'
import { transaction } from './transaction.ts'
import { sqliteSummaries } from './sqlite-summaries.ts'
import { sqliteWishes } from './sqlite-wishes.ts'
import { sqliteLetterbox } from './sqlite-letterbox.ts'
import { sqliteSilences } from './sqlite-silences.ts'

/** Opens a ledger in a file of its own. What it says is written is on disk. */
export function openLedger(file: string, limits: LifeLimits = lifeLimits): Ledger {
  const database = new DatabaseSync(file, { timeout: 10_000 })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;')
  database.exec(ledgerSchema)
  database.exec(silenceSchema)
  const { book, write } = sqliteBook(database, limits)
  const letterbox = sqliteLetterbox(database, write)
  const wishes = sqliteWishes(database)
  const summaries = sqliteSummaries(database)
  return {
    book,
    letterbox,
    notes: ledgerNotes(database),
    silences: sqliteSilences(database, write),
    heard: sqliteHeard(database, { write, letterbox, wishes, summaries }),
    wishes,
    summaries,
    answerers: sqliteAnswerers(database),
    together: work => transaction(database, work),
    [Symbol.dispose]: () => database.close(),
  }
}
