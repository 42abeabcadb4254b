import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { Instant } from '@redalert/core'
import { hostKey } from '../cases/life/host-key.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import type { Look } from './silence-book.ts'

/** Where hosts stand, for whoever only reads it. */
export type LifeReader = Disposable & {
  readonly life: (host: Pick<HostLife, 'source' | 'family'>) => HostLife | undefined
  /** What was last thought of its silence. */
  readonly silence: (host: Pick<HostLife, 'source' | 'family'>) => KnownSilence | undefined
}

/** What the silence of a host says, as of a moment. */
export type KnownSilence = {
  readonly at: Instant
  readonly verdict: Look['verdict']
  /** How likely the machine is clean, as far as it is still the same one; null: nothing is known. */
  readonly chance: number | null
}

/** Opens a ledger to read it, while another connection may write; undefined where there is none. */
export function readLives(file: string): LifeReader | undefined {
  if (!existsSync(file)) return undefined
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
  const select = database.prepare('SELECT host FROM hosts WHERE key = ?')
  // What an earlier version left has no such table.
  const isThere = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'silences'").get()
  const selectSilence =
    isThere && database.prepare('SELECT at, verdict, chance FROM silences WHERE key = ?')
  return {
    silence(host) {
      const row = selectSilence?.get(hostKey(host))
      return row && ({ ...row } as KnownSilence)
    },
    life(host) {
      const row = select.get(hostKey(host))
      return row && (JSON.parse(String(row['host'])) as HostLife)
    },
    [Symbol.dispose]() {
      database.close()
    },
  }
}
