import { openToRead } from '../open-database.ts'
import { projectionVersion } from './schema.ts'

/** Whether a file holds a projection that this version can go on with; if not, it is made again from the record. */
export function isCurrent(file: string): boolean {
  try {
    const database = openToRead(file, 1)
    try {
      const row = database.prepare("SELECT value FROM meta WHERE name = 'version'").get()
      return row?.['value'] === projectionVersion
    } finally {
      database.close()
    }
  } catch {
    return false
  }
}
