import { DatabaseSync } from 'node:sqlite'

/** How a database is used. */
export type DatabaseUse = {
  /** `full`: a commit is on disk when it returns. `normal`: a power cut may undo the last commits, and harms nothing else. */
  readonly durability: 'full' | 'normal'
  readonly cacheMegabytes: number
  /** How much of the write-ahead log is written before it is folded in. */
  readonly logMegabytes: number
}

const pageBytes = 4096

/** Opens a database that several connections may read while one writes. */
export function openDatabase(file: string, use: DatabaseUse): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 10_000, enableForeignKeyConstraints: false })
  database.exec(`
    PRAGMA page_size = ${pageBytes};
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = ${use.durability === 'full' ? 'FULL' : 'NORMAL'};
    PRAGMA cache_size = -${use.cacheMegabytes * 1024};
    PRAGMA wal_autocheckpoint = ${Math.floor((use.logMegabytes * 1024 * 1024) / pageBytes)};
    PRAGMA journal_size_limit = ${use.logMegabytes * 1024 * 1024};
    PRAGMA temp_store = MEMORY;
  `)
  return database
}

/**
 * Opens a database to read what another connection writes. It must be there. It is not opened read-only: such a
 * connection, when it is the first, sees nothing of what is written later.
 */
export function openToRead(file: string, cacheMegabytes: number): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 10_000 })
  database.exec(`
    PRAGMA query_only = ON;
    PRAGMA cache_size = -${cacheMegabytes * 1024};
    PRAGMA temp_store = MEMORY;
  `)
  return database
}
