import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Makes sure that one process at a time plans and sends the letters of a folder: two would each keep to the limits, and
 * break them together. Undefined while another is at it for longer than one waits; it goes with the process, however that ends.
 */
export function lockLetters(folder: string, patienceMilliseconds = 0): Disposable | undefined {
  const database = new DatabaseSync(join(folder, 'letters.lock'), { timeout: patienceMilliseconds })
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if ((error as { readonly errcode?: number }).errcode === sqliteBusy) return undefined
    throw error
  }
  return { [Symbol.dispose]: () => database.close() }
}

const sqliteBusy = 5
