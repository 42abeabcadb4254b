import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Fault } from '../fault.ts'

/** Makes sure that no other process writes to a folder; the lock goes with the process, however it ends. */
export function lockFolder(folder: string): Disposable {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(join(folder, 'lock.db'))
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw new Fault('folder-in-use', `A collector is running on ${folder}: stop it first.`, error)
  }
  return {
    [Symbol.dispose]() {
      database.close()
    },
  }
}
