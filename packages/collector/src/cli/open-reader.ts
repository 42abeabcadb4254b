import { join } from 'node:path'
import { type StoreReader, sqliteReader } from '../store/sqlite/sqlite-reader.ts'
import type { Given } from './command.ts'
import { existingFolder } from './folder-of.ts'

/** Opens what a collector keeps to read it; it may run meanwhile. */
export function openReader(given: Given, cwd: string): StoreReader {
  return sqliteReader(join(existingFolder(given, cwd)))
}
