import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../../fault.ts'
import type { IntakeLog, Projection } from '../store.ts'
import { readLog } from './log/read-log.ts'
import { openToRead } from './open-database.ts'
import { isCurrent } from './projection/is-current.ts'
import { readProjection } from './projection/read-projection.ts'

/** What can be read of a store, while another process may write it. */
export type StoreReader = Disposable &
  Pick<IntakeLog, 'arrivals' | 'receipt' | 'submissions'> &
  Pick<
    Projection,
    'position' | 'hosts' | 'cells' | 'cellsOf' | 'allCells' | 'curve' | 'networks' | 'coverage'
  >

/** Opens a store to read it. */
export function sqliteReader(folder: string): StoreReader {
  const file = join(folder, 'cells.db')
  if (!existsSync(file) || !isCurrent(file)) {
    throw new Fault(
      'not-stored',
      `What was told is not put in order yet: start the collector on ${folder}, or run rebuild.`,
    )
  }
  const database = openToRead(join(folder, 'intake.db'), 8)
  const projection = readProjection(file)
  const { account, projected, close, ...reads } = projection
  const { last, row: _, ...log } = readLog(database, account)
  return {
    ...log,
    ...reads,
    position: () => ({ kept: last(), projected: projected() }),
    [Symbol.dispose]() {
      close()
      database.close()
    },
  }
}
