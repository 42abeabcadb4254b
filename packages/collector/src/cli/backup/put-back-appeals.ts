import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Fault } from '../../fault.ts'
import { besideTable } from './keep-appeals.ts'

/** Writes the appeals of a copy, and the key that signs them, into a new data folder, and takes them out of the copy. */
export function putBackAppeals(copy: string, folder: string): void {
  const database = new DatabaseSync(copy)
  try {
    const found = database
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")
      .get(besideTable)
    // Copies of earlier versions have none.
    if (!found) return
    for (const row of database.prepare(`SELECT name, bytes FROM ${besideTable}`).all()) {
      const name = String(row['name'])
      if (!/^(?:appeal\.key|appeals\/[a-z0-9][a-z0-9-]{0,63}\.json)$/.test(name)) continue
      const path = join(folder, name)
      if (existsSync(path))
        throw new Fault('bad-backup', `${path} is there already: restore into a new folder.`)
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      writeFileSync(path, row['bytes'] as Uint8Array, { mode: 0o600, flush: true, flag: 'wx' })
    }
    database.exec(`PRAGMA secure_delete = ON; DROP TABLE ${besideTable};`)
  } finally {
    database.close()
  }
}
