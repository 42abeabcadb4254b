import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '@redalert/core'
import type { BookEvent, KeptEvent } from '../cases/book/book-event.ts'
import type { CaseBook } from '../cases/book/case-book.ts'
import { isSame } from '../cases/book/is-same.ts'
import { wasToldOf } from '../cases/book/was-told-of.ts'
import { hostKey } from '../cases/life/host-key.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import type { LifeLimits } from '../cases/life/life-limits.ts'
import { stepLife } from '../cases/life/step-life.ts'
import { withoutLetters } from '../cases/life/without-letters.ts'
import type { Case } from '../cases/thread/case.ts'
import { stepCase } from '../cases/thread/step-case.ts'
import { transaction } from './transaction.ts'

/** A book in a database, and how to write into it from within a transaction. */
export type SqliteBook = {
  readonly book: CaseBook
  readonly write: (events: readonly BookEvent[]) => void
}

/** The book whose tables stand in a database. */
export function sqliteBook(database: DatabaseSync, limits: LifeLimits): SqliteBook {
  const hosts = table<HostLife>(database, 'hosts', 'host')
  const cases = table<Case>(database, 'cases', '"case"')
  const addEvent = database.prepare('INSERT INTO events (of, event) VALUES (?, ?)')
  const someEvents = database.prepare(
    'SELECT number, of, event FROM events WHERE number > ? ORDER BY number',
  )
  const tellings = database.prepare(
    "SELECT json_extract(event, '$.source') || ' ' || json_extract(event, '$.family') AS key, max(json_extract(event, '$.at')) AS at FROM events WHERE of = 'host' AND json_extract(event, '$.kind') = 'told' AND json_extract(event, '$.contact') = ? GROUP BY key ORDER BY min(number)",
  )
  const writeOne = (written: BookEvent): void => {
    const isNews =
      written.of === 'host'
        ? hosts.step(hostKey(written.event), now => stepLife(now, written.event, limits))
        : cases.step(written.event.contact, now => stepCase(now, written.event))
    if (isNews) addEvent.run(written.of, JSON.stringify(written.event))
  }
  const write = (events: readonly BookEvent[]) => events.forEach(writeOne)
  const book: CaseBook = {
    append: events => transaction(database, () => write(events)),
    host: (source, family) => hosts.one(hostKey({ source, family })),
    hosts: hosts.all,
    toldTo: contact =>
      tellings.all(contact).flatMap(row => {
        const host = hosts.one(row['key'] as string)
        return host && wasToldOf(host, row['at'] as Instant) ? [host] : []
      }),
    case: cases.one,
    cases: cases.all,
    without: (letters, at) =>
      letters.length === 0 ? [] : withoutLetters([...book.events(0)], letters, { at, limits }),
    *events(after) {
      for (const { number, of, event } of someEvents.iterate(after))
        yield { of, event: JSON.parse(event as string) as unknown, number } as KeptEvent
    },
  }
  return { book, write }
}

type Table<Row> = {
  readonly one: (key: string) => Row | undefined
  readonly all: () => Generator<Row>
  /** Writes what a row becomes; false when it stays as it is. */
  readonly step: (key: string, next: (now: Row | undefined) => Row | undefined) => boolean
}

function table<Row extends object>(
  database: DatabaseSync,
  name: string,
  column: string,
): Table<Row> {
  const select = database.prepare(`SELECT ${column} AS row FROM ${name} WHERE key = ?`)
  const selectAll = database.prepare(`SELECT ${column} AS row FROM ${name} ORDER BY rowid`)
  const upsert = database.prepare(
    `INSERT INTO ${name} (key, ${column}) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET ${column} = excluded.${column}`,
  )
  const one = (key: string): Row | undefined => {
    const found = select.get(key)
    return found && (JSON.parse(found['row'] as string) as Row)
  }
  return {
    one,
    *all() {
      for (const { row } of selectAll.iterate()) yield JSON.parse(row as string) as Row
    },
    step(key, next) {
      const before = one(key)
      const now = next(before)
      if (!now || (before && isSame(before, now))) return false
      upsert.run(key, JSON.stringify(now))
      return true
    },
  }
}
