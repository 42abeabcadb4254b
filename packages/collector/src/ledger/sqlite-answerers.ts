import type { DatabaseSync } from 'node:sqlite'
import type { Source } from '@redalert/core'
import type { AnswererBook } from './answerer-book.ts'
import { transaction } from './transaction.ts'

/** The book of who answers for what, whose table stands in a database. */
export function sqliteAnswerers(database: DatabaseSync): AnswererBook {
  const set = database.prepare(
    'INSERT INTO answerers (source, contact) VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET contact = excluded.contact WHERE contact <> excluded.contact',
  )
  const drop = database.prepare('DELETE FROM answerers WHERE source = ?')
  const some = database.prepare('SELECT source FROM answerers WHERE contact = ? ORDER BY source')
  return {
    note: answerers =>
      transaction(database, () => {
        for (const [source, contact] of answerers)
          if (contact === null) drop.run(source)
          else set.run(source, contact)
      }),
    of: contact => some.all(contact).map(row => row['source'] as Source),
  }
}
