import type { Instant } from '@redalert/core'
import type { DatabaseSync } from 'node:sqlite'
import type { Gate, Letterbox, LetterState } from '../letterbox.ts'

/** What is looked up about all letters: who may send, and what speaks against it. */
export function letterRecord(
  database: DatabaseSync,
): Pick<Letterbox, 'begun' | 'disputes' | 'gate' | 'turnGate' | 'counts'> {
  const begun = database.prepare(
    "SELECT let_go AS at, json_extract(draft, '$.decidedBy') AS names FROM letters WHERE let_go > ? AND state <> 'withdrawn' AND json_extract(draft, '$.stage') = 'first'",
  )
  const disputes = database.prepare(
    "SELECT json_extract(event, '$.at') AS at, json_extract(event, '$.contact') AS contact FROM events WHERE of = 'case' AND json_extract(event, '$.kind') = 'case-disputed' AND json_extract(event, '$.at') > ?",
  )
  const lastTurn = database.prepare(
    'SELECT state, at, by, because FROM gate ORDER BY number DESC LIMIT 1',
  )
  const addTurn = database.prepare('INSERT INTO gate (state, at, by, because) VALUES (?, ?, ?, ?)')
  const counts = database.prepare('SELECT state, count(*) AS count FROM letters GROUP BY state')
  return {
    begun: after =>
      begun.all(after).map(({ at, names }) => ({
        at: at as Instant,
        decidedBy: names === null ? [] : (JSON.parse(names as string) as readonly string[]),
      })),
    disputes: after =>
      disputes.all(after).map(({ at, contact }) => ({
        at: at as Instant,
        contact: contact as string,
      })),
    gate() {
      const row = lastTurn.get()
      return row && ({ ...row } as Gate)
    },
    turnGate: ({ state, at, by, because }) => void addTurn.run(state, at, by, because),
    counts: () =>
      Object.fromEntries(
        counts.all().map(({ state, count }) => [state as LetterState, Number(count)]),
      ),
  }
}
