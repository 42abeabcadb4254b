import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '@redalert/core'
import type { BookEvent } from '../cases/book/book-event.ts'
import type { Letterbox } from '../letterbox.ts'
import type { HeardBook, KeptHeard } from './heard-book.ts'
import type { WishBook } from '../wishes/wish-book.ts'
import type { SummaryBook } from './summary-book.ts'
import { transaction } from './transaction.ts'

const columns =
  'number, at, kind, is_open, letter, contact, case_name, is_proven, sender, subject, text FROM heard'

/** The book of what came back, beside a letterbox and a book of cases into which `write` writes. */
export function sqliteHeard(
  database: DatabaseSync,
  {
    write,
    letterbox,
    wishes,
    summaries,
  }: {
    readonly write: (events: readonly BookEvent[]) => void
    readonly letterbox: Pick<Letterbox, 'letter' | 'mark'>
    readonly wishes: Pick<WishBook, 'say'>
    readonly summaries: Pick<SummaryBook, 'wish'>
  },
): HeardBook {
  const add = database.prepare(
    'INSERT INTO heard (sha256, at, kind, is_open, letter, contact, case_name, is_proven, sender, subject, text, mail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  )
  const one = database.prepare(`SELECT ${columns} WHERE number = ?`)
  const open = database.prepare(`SELECT ${columns} WHERE is_open = 1 ORDER BY number`)
  const all = database.prepare(`SELECT ${columns} ORDER BY number`)
  const mail = database.prepare('SELECT mail FROM heard WHERE number = ?')
  const close = database.prepare(
    'UPDATE heard SET is_open = 0, mail = NULL WHERE number = ? AND is_open = 1',
  )
  const byReturn = database.prepare(
    "SELECT id FROM letters WHERE json_extract(draft, '$.returnTo') = ? ORDER BY id DESC LIMIT 1",
  )
  const domains = database.prepare(
    "SELECT DISTINCT substr(address, instr(address, '@') + 1) AS domain FROM (SELECT json_extract(draft, '$.returnTo') AS address FROM letters) ORDER BY domain",
  )
  const byId = database.prepare('SELECT id FROM letters WHERE message_id = ?')
  return {
    keep: (heard, { events, wishes: said, summary, outcome }) =>
      transaction(database, () => {
        const { changes, lastInsertRowid } = add.run(
          heard.sha256,
          heard.at,
          heard.kind,
          Number(heard.isOpen),
          heard.letter,
          heard.contact,
          heard.caseName,
          Number(heard.isProven),
          heard.sender,
          heard.subject,
          heard.text,
          // Whoever need not look at it needs no copy: the bytes name people.
          heard.isOpen ? heard.mail : null,
        )
        if (changes === 0) return undefined
        write(events)
        if (said) wishes.say(said)
        if (summary) summaries.wish(summary)
        if (outcome) letterbox.mark(outcome.messageId, outcome.was)
        return Number(lastInsertRowid)
      }),
    *list(query) {
      for (const row of (query.all ? all : open).iterate()) yield keptOf(row)
    },
    one(number) {
      const row = one.get(number)
      return row && keptOf(row)
    },
    mail: number => (mail.get(number)?.['mail'] as Uint8Array | null | undefined) ?? undefined,
    done: (number, events) =>
      transaction(database, () => {
        if (close.run(number).changes === 0) return false
        write(events)
        return true
      }),
    domains: () => domains.all().map(({ domain }) => domain as string),
    letterOf(by) {
      const row = 'returnTo' in by ? byReturn.get(by.returnTo) : byId.get(by.messageId)
      return row && letterbox.letter(row['id'] as number)
    },
  }
}

function keptOf(row: Record<string, unknown>): KeptHeard {
  return {
    number: row['number'] as number,
    at: row['at'] as Instant,
    kind: row['kind'] as string,
    isOpen: row['is_open'] === 1,
    letter: row['letter'] as number | null,
    contact: row['contact'] as string | null,
    caseName: row['case_name'] as string | null,
    isProven: row['is_proven'] === 1,
    sender: row['sender'] as string,
    subject: row['subject'] as string,
    text: row['text'] as string,
  }
}
