import type { Instant } from '@redalert/core'
import type { DatabaseSync } from 'node:sqlite'
import type { BookEvent } from '../cases/book/book-event.ts'
import { hostKey } from '../cases/life/host-key.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import type { KeptModel, SilenceBook } from './silence-book.ts'
import { transaction } from './transaction.ts'

/** Hosts of which it matters whether they are silent: somebody was told, or claims something. */
const waiting = [
  'told',
  'active-after-notice',
  'relapsed',
  'claimed-cleaned',
  'claimed-patched',
  'quiet',
  'unknowable',
  'fixed',
]

/** The notes on silences, beside a book of cases into which `write` writes. */
export function sqliteSilences(
  database: DatabaseSync,
  write: (events: readonly BookEvent[]) => void,
): SilenceBook {
  const due = database.prepare(
    `SELECT host FROM hosts LEFT JOIN silences USING (key)
     WHERE json_extract(host, '$.state') IN (${waiting.map(state => `'${state}'`).join(', ')})
     AND (at IS NULL OR review <= ? OR last <> json_extract(host, '$.last') OR state <> json_extract(host, '$.state'))
     ORDER BY at LIMIT ?`,
  )
  const keep = database.prepare(
    `INSERT OR REPLACE INTO silences
     SELECT key, ?, json_extract(host, '$.state'), json_extract(host, '$.last'), ?, ?, ? FROM hosts WHERE key = ?`,
  )
  const looked = database.prepare('SELECT max(at) AS at FROM silences')
  const model = database.prepare('SELECT at, model FROM models WHERE family = ?')
  const keepModel = database.prepare('INSERT OR REPLACE INTO models VALUES (?, ?, ?)')
  return {
    due: (now, most) => due.all(now, most).map(row => JSON.parse(String(row['host'])) as HostLife),
    keep: (looks, events) =>
      transaction(database, () => {
        write(events)
        for (const look of looks)
          keep.run(look.at, look.verdict, look.chance ?? null, look.review, hostKey(look))
      }),
    looked: () => (looked.get()?.['at'] as Instant | null | undefined) ?? undefined,
    model(family) {
      const row = model.get(family)
      if (!row) return undefined
      const kept = { at: row['at'], model: JSON.parse(String(row['model'])) as unknown }
      return kept as KeptModel
    },
    keepModel: (family, kept) => void keepModel.run(family, kept.at, JSON.stringify(kept.model)),
  }
}
