import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Fault } from '../../fault.ts'
import { besideTable } from './keep-beside.ts'

const known = /^(?:cases\.db|appeal\.key|return\.key|appeals\/[a-z0-9][a-z0-9-]{0,63}\.json)$/

/** Writes the files that a copy holds besides the record into a new data folder, and takes them out of the copy; gives their names. */
export function putBackBeside(copy: string, folder: string): readonly string[] {
  const database = new DatabaseSync(copy)
  try {
    const found = database
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")
      .get(besideTable)
    // Copies of earlier versions have none.
    if (!found) return []
    const names = database
      .prepare(`SELECT DISTINCT name FROM ${besideTable}`)
      .all()
      .map(row => String(row['name']))
      .filter(name => known.test(name))
    for (const name of names) putBack(database, name, join(folder, name))
    database.exec(`PRAGMA secure_delete = ON; DROP TABLE ${besideTable};`)
    return names
  } finally {
    database.close()
  }
}

function putBack(database: DatabaseSync, name: string, path: string): void {
  if (existsSync(path))
    throw new Fault('bad-backup', `${path} is there already: restore into a new folder.`)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const pieces = database.prepare(`SELECT bytes FROM ${besideTable} WHERE name = ? ORDER BY piece`)
  const file = openSync(path, 'wx', 0o600)
  try {
    for (const { bytes } of pieces.iterate(name)) writeSync(file, bytes as Uint8Array)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
