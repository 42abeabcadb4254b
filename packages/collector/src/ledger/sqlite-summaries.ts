import type { DatabaseSync } from 'node:sqlite'
import type { SummaryBook, WishedSummary } from './summary-book.ts'

/** The wishes for weekly mails whose table stands in a database. */
export function sqliteSummaries(database: DatabaseSync): SummaryBook {
  // Whoever goes and comes back gets none earlier for it.
  const on = database.prepare(
    'INSERT INTO summaries (submitter, mailbox, is_wished) VALUES (?, ?, 1) ON CONFLICT (submitter) DO UPDATE SET mailbox = excluded.mailbox, is_wished = 1',
  )
  const off = database.prepare('UPDATE summaries SET is_wished = 0 WHERE submitter = ?')
  const columns = 'submitter, mailbox, written, said FROM summaries WHERE is_wished = 1'
  const all = database.prepare(`SELECT ${columns} ORDER BY submitter`)
  const one = database.prepare(`SELECT ${columns} AND submitter = ?`)
  const note = database.prepare('UPDATE summaries SET written = ?, said = ? WHERE submitter = ?')
  return {
    wish: wish =>
      void (wish.wants === 'on' ? on.run(wish.submitter, wish.mailbox) : off.run(wish.submitter)),
    wished: () => all.all().map(row => ({ ...row }) as WishedSummary),
    one(submitter) {
      const row = one.get(submitter)
      return row && ({ ...row } as WishedSummary)
    },
    note: (submitter, written, said) => void note.run(written, said, submitter),
  }
}
