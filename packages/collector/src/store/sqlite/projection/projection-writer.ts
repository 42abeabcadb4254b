import { type Families, knownFamilies } from '@redalert/core'
import type { Projected } from '../../store.ts'
import { applyBatch, type ProjectionTables } from './apply-batch.ts'
import { openTables } from './open-tables.ts'

/** What writes the projection. */
export type ProjectionWriter = {
  readonly apply: (batch: readonly Projected[]) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Writes in the thread that asks for it: for a command that does nothing else. It asks before every batch which families
 * are known; when they are others than before, it opens what it writes anew, which judges all again.
 */
export function projectionWriter(
  file: string,
  families: () => Families = () => knownFamilies,
): ProjectionWriter {
  let tables: ProjectionTables | undefined
  let version: string | undefined
  const close = (): Promise<void> => {
    tables?.database.close()
    tables = undefined
    return Promise.resolve()
  }
  return {
    async apply(batch) {
      try {
        const known = families()
        if (known.version !== version) await close()
        tables ??= openTables(file, known)
        version = known.version
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
