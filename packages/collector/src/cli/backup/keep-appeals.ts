import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The table of a copy in which stand the files that belong to the record and lie beside it. */
export const besideTable = 'beside'

/**
 * Puts the appeals of a data folder, and the key that signs them, into a copy of its record; gives how many appeals. They
 * cannot be made again: whoever answered once believes no other key, and hosts are judged by the families they bring.
 */
export function keepAppeals(copy: string, folder: string): number {
  const appeals = join(folder, 'appeals')
  const names = existsSync(appeals)
    ? readdirSync(appeals).filter(name => name.endsWith('.json'))
    : []
  const files = [
    ...names.map(name => `appeals/${name}`),
    ...(existsSync(join(folder, 'appeal.key')) ? ['appeal.key'] : []),
  ]
  const database = new DatabaseSync(copy)
  try {
    database.exec(`
      DROP TABLE IF EXISTS ${besideTable};
      CREATE TABLE ${besideTable} (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;
    `)
    const insert = database.prepare(`INSERT INTO ${besideTable} VALUES (?, ?)`)
    for (const name of files) insert.run(name, readFileSync(join(folder, name)))
  } finally {
    database.close()
  }
  return names.length
}
