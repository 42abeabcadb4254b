import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { appealedFamilies } from '../../appeal/appealed-families.ts'
import type { Store } from '../store.ts'
import { intakeLog } from './log/intake-log.ts'
import { letterTable } from './log/letters.ts'
import { logSchema } from './log/schema.ts'
import { openDatabase } from './open-database.ts'
import { openTables } from './projection/open-tables.ts'
import { projectionThread } from './projection/projection-thread.ts'
import { type ProjectionWriter, projectionWriter } from './projection/projection-writer.ts'
import { type ProjectionReader, readProjection } from './projection/read-projection.ts'
import { isCurrent } from './projection/is-current.ts'

/** Where a store lies and how it names what arrives. */
export type SqliteOptions = {
  readonly folder: string
  /** A name for an arrival that nobody can guess. */
  readonly newId: () => string
  /** `own`: the projection is written by a thread of its own, for whoever must answer meanwhile. */
  readonly thread: 'own' | 'same'
}

/**
 * Two databases in a folder: `intake.db`, the record, flushed to disk with every commit; and `cells.db`, made from it
 * which may be deleted at any time while the store is closed.
 */
export function sqliteStore({ folder, newId, thread }: SqliteOptions): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'cells.db')
  const database = openDatabase(join(folder, 'intake.db'), {
    durability: 'full',
    cacheMegabytes: 16,
    logMegabytes: 32,
  })
  database.exec('PRAGMA secure_delete = ON')
  database.exec(logSchema)
  let projection: OpenProjection = openProjection(file, thread)
  const projected = (): number => projection.reader.projected()
  const log = intakeLog(database, sequence => projection.reader.account(sequence), {
    folder,
    newId,
  })
  // A record that was put back to an older state: what was made of what is gone must go too.
  if (projected() > log.last()) {
    void closeProjection(projection)
    removeDatabase(file)
    projection = openProjection(file, thread)
  }
  return {
    ...log,
    ...letterTable(database, { row: log.row, projected }),
    project: async batch => {
      await projection.writer.apply(batch)
    },
    position: () => ({ kept: log.last(), projected: projected() }),
    hosts: query => projection.reader.hosts(query),
    cells: source => projection.reader.cells(source),
    cellsOf: sources => projection.reader.cellsOf(sources),
    allCells: () => projection.reader.allCells(),
    curve: family => projection.reader.curve(family),
    networks: query => projection.reader.networks(query),
    coverage: submitter => projection.reader.coverage(submitter),
    async forgetProjection() {
      await closeProjection(projection)
      removeDatabase(file)
      projection = openProjection(file, thread)
    },
    async [Symbol.asyncDispose]() {
      await closeProjection(projection)
      database.close()
    },
  }
}

type OpenProjection = { readonly reader: ProjectionReader; readonly writer: ProjectionWriter }

function openProjection(file: string, thread: SqliteOptions['thread']): OpenProjection {
  if (existsSync(file) && !isCurrent(file)) removeDatabase(file)
  const families = appealedFamilies(dirname(file)).all
  openTables(file, families()).database.close()
  const writer = thread === 'own' ? projectionThread(file) : projectionWriter(file, families)
  return { reader: readProjection(file), writer }
}

async function closeProjection({ reader, writer }: OpenProjection): Promise<void> {
  reader.close()
  await writer.close()
}

function removeDatabase(file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
}
