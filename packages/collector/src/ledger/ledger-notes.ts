import type { DatabaseSync } from 'node:sqlite'

/** Small things that are to be known after a restart. */
export type LedgerNotes = {
  readonly note: (name: NoteName) => string | undefined
  readonly setNote: (name: NoteName, value: string) => void
}

/** `revoked`: who was revoked when the letters were last looked through; `projected`: how much of what came was known then. */
export type NoteName = 'revoked' | 'projected'

/** The notes of a ledger. */
export function ledgerNotes(database: DatabaseSync): LedgerNotes {
  const select = database.prepare('SELECT value FROM notes WHERE name = ?')
  const upsert = database.prepare('INSERT OR REPLACE INTO notes VALUES (?, ?)')
  return {
    note: name => select.get(name)?.['value'] as string | undefined,
    setNote: (name, value) => void upsert.run(name, value),
  }
}
