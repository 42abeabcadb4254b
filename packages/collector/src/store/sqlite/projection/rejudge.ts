import type { ProjectionTables } from './apply-batch.ts'
import { judgeSource } from './judge-source.ts'

const chunk = 500

/** Judges every source again by all its cells, which needs no log. To be used inside a transaction. */
export function rejudge({ database, hosts, runs, judging }: ProjectionTables): void {
  const select = database.prepare(
    `SELECT DISTINCT source FROM hosts WHERE source > ? ORDER BY source LIMIT ${chunk}`,
  )
  let after: Uint8Array = new Uint8Array()
  for (;;) {
    const sources = select.all(after).map(row => row['source'] as Uint8Array)
    for (const key of sources) {
      const source = Buffer.from(key).toString('latin1')
      hosts.replace(key, judgeSource(source, runs.records(source), judging))
    }
    const last = sources.at(-1)
    if (!last) return
    after = last
  }
}
