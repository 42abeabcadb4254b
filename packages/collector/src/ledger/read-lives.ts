import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { hostKey } from '../cases/life/host-key.ts'
import type { HostLife } from '../cases/life/host-life.ts'

/** Where hosts stand, for whoever only reads it. */
export type LifeReader = Disposable & {
  readonly life: (host: Pick<HostLife, 'source' | 'family'>) => HostLife | undefined
}

/** Opens a ledger to read it, while another connection may write; undefined where there is none. */
export function readLives(file: string): LifeReader | undefined {
  if (!existsSync(file)) return undefined
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
  const select = database.prepare('SELECT host FROM hosts WHERE key = ?')
  return {
    life(host) {
      const row = select.get(hostKey(host))
      return row && (JSON.parse(String(row['host'])) as HostLife)
    },
    [Symbol.dispose]() {
      database.close()
    },
  }
}
