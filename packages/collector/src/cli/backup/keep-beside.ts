import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { openToRead } from '../../store/sqlite/open-database.ts'

/** The table of a copy in which stand the files that belong to the record and lie beside it, in pieces. */
export const besideTable = 'beside'

const pieceBytes = 1024 * 1024

/**
 * Puts what lies beside a record and cannot be made again into a copy of it: the appeals and the key that signs them, for
 * whoever answered once believes no other; cases and letters, for whoever was told, or wants no more mail, must not be
 * written to again; and the key by which answers to those letters are known. Gives the names of what was there.
 */
export async function keepBeside(copy: string, folder: string): Promise<readonly string[]> {
  const ledger = `${copy}.part`
  const database = new DatabaseSync(copy)
  try {
    database.exec(`
      DROP TABLE IF EXISTS ${besideTable};
      CREATE TABLE ${besideTable} (name TEXT NOT NULL, piece INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (name, piece)) WITHOUT ROWID;
    `)
    const names = namesIn(folder)
    for (const name of names) keep(database, name, join(folder, name))
    if (!existsSync(join(folder, 'cases.db'))) return names
    await copyDatabase(join(folder, 'cases.db'), ledger)
    keep(database, 'cases.db', ledger)
    return [...names, 'cases.db']
  } finally {
    database.close()
    rmSync(ledger, { force: true })
  }
}

function namesIn(folder: string): readonly string[] {
  const appeals = join(folder, 'appeals')
  const names = existsSync(appeals) ? readdirSync(appeals) : []
  return [
    ...names.filter(name => name.endsWith('.json')).map(name => `appeals/${name}`),
    ...['appeal.key', 'return.key'].filter(name => existsSync(join(folder, name))),
  ]
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const database = openToRead(from, 8)
  try {
    writeFileSync(to, '', { mode: 0o600, flag: 'wx' })
    await backup(database, to)
  } finally {
    database.close()
  }
}

function keep(database: DatabaseSync, name: string, path: string): void {
  const insert = database.prepare(`INSERT INTO ${besideTable} VALUES (?, ?, ?)`)
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(pieceBytes)
    for (let piece = 0; ; piece++) {
      const read = readSync(file, bytes)
      if (read > 0 || piece === 0) insert.run(name, piece, bytes.subarray(0, read))
      if (read < pieceBytes) return
    }
  } finally {
    closeSync(file)
  }
}
