import type { Projected } from '../../store.ts'
import { applyBatch, type ProjectionTables } from './apply-batch.ts'
import { openTables } from './open-tables.ts'

/** What writes the projection. */
export type ProjectionWriter = {
  readonly apply: (batch: readonly Projected[]) => Promise<void>
  readonly close: () => Promise<void>
}

/** Writes in the thread that asks for it: for a command that does nothing else. */
export function projectionWriter(file: string): ProjectionWriter {
  let tables: ProjectionTables | undefined
  const close = (): Promise<void> => {
    tables?.database.close()
    tables = undefined
    return Promise.resolve()
  }
  return {
    async apply(batch) {
      try {
        tables ??= openTables(file)
        applyBatch(tables, batch)
      } catch (error) {
        // What is in memory may be ahead of what was rolled back: it is read again.
        await close()
        throw error
      }
    },
    close,
  }
}
