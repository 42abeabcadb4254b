import { type Instant, instantOfSeconds, secondsOf } from '@redalert/core'
import type { DatabaseSync } from 'node:sqlite'
import type { BookEvent } from '../cases/book/book-event.ts'
import {
  type Draft,
  type Letterbox,
  type LetterState,
  noteStage,
  noteStages,
  type PostedLetter,
} from '../letterbox.ts'
import type { DayFigures } from '../sent-mail.ts'
import { letterRecord } from './letter-record.ts'
import { transaction } from './transaction.ts'

/** Whoever took a letter and said nothing for so long will not. */
const leaseSeconds = 600
const mostDoubts = 1

const columns = 'id, state, because, let_go, sent, not_before, attempts, doubts, draft FROM letters'

/** Other mails wait for themselves alone. */
const isLetter = `json_extract(draft, '$.stage') NOT IN (${noteStages.map(stage => `'${stage}'`).join(', ')})`

/** What left, and what the mail server refused for good, which counts as if it had come back. */
const tried =
  "SELECT id, contact, draft, sent, outcome FROM letters WHERE sent > ? UNION ALL SELECT id, contact, draft, taken, 'bounced' FROM letters WHERE state = 'refused' AND taken > ?"

/** The letterbox whose table stands beside a book, into which `write` writes. */
export function sqliteLetterbox(
  database: DatabaseSync,
  write: (events: readonly BookEvent[]) => void,
): Letterbox {
  const add = database.prepare(
    'INSERT INTO letters (contact, message_id, state, because, let_go, draft, mail) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const giveWay = database.prepare("DELETE FROM letters WHERE contact = ? AND state = 'shown'")
  const setState = database.prepare('UPDATE letters SET state = ?, because = ? WHERE id = ?')
  // Whoever lets it go later tells then.
  const setBack = database.prepare(
    'UPDATE letters SET state = ?, because = ?, let_go = NULL WHERE id = ?',
  )
  const setGo = database.prepare(
    "UPDATE letters SET state = 'queued', because = NULL, let_go = ? WHERE id = ? AND state IN ('shown', 'held')",
  )
  const setTaken = database.prepare(
    "UPDATE letters SET state = 'taken', taken = ?, attempts = attempts + 1, doubts = ? WHERE id = ?",
  )
  const setSent = database.prepare("UPDATE letters SET state = 'sent', sent = ? WHERE id = ?")
  const setLater = database.prepare(
    "UPDATE letters SET state = 'queued', not_before = ? WHERE id = ?",
  )
  const one = database.prepare(`SELECT ${columns} WHERE id = ?`)
  const isHeld = database.prepare('SELECT 1 FROM letters WHERE id = ? AND taken > ?')
  const all = database.prepare(`SELECT ${columns} ORDER BY id`)
  const mail = database.prepare('SELECT mail FROM letters WHERE id = ?')
  const waiting = database.prepare(
    `SELECT ${columns} WHERE (state = 'queued' AND coalesce(not_before, '') <= ?) OR (state = 'taken' AND taken <= ?) ORDER BY id LIMIT ?`,
  )
  const setPostponed = database.prepare(
    "UPDATE letters SET not_before = ? WHERE id = ? AND state = 'queued'",
  )
  const setOutcome = database.prepare('UPDATE letters SET outcome = ? WHERE message_id = ?')
  const sent = database.prepare(
    `SELECT contact, sent, outcome, json_extract(draft, '$.organisation') AS organisation FROM (${tried}) ORDER BY sent, id`,
  )
  const days = database.prepare(
    `SELECT substr(sent, 1, 10) AS day, count(*) AS sent, sum(outcome IS 'bounced') AS bounced, sum(outcome IS 'complained') AS complained FROM (${tried}) GROUP BY day ORDER BY day`,
  )
  const busy = database.prepare(
    `SELECT DISTINCT contact FROM letters WHERE state IN ('queued', 'taken', 'held') AND ${isLetter}`,
  )
  const isBusy = database.prepare(
    `SELECT 1 FROM letters WHERE contact = ? AND state IN ('queued', 'taken', 'held') AND ${isLetter} LIMIT 1`,
  )
  const letter = (id: number): PostedLetter | undefined => {
    const row = one.get(id)
    return row && letterOf(row)
  }
  const put = ({ mail, ...draft }: Draft, state: LetterState, because: string | null): number => {
    if (!noteStage(draft)) giveWay.run(draft.contact)
    const { contact, messageId, at } = draft
    const letGo = state === 'queued' ? at : null
    const text = JSON.stringify(draft)
    return Number(add.run(contact, messageId, state, because, letGo, text, mail).lastInsertRowid)
  }
  const keepBack = (
    id: number,
    { state, because }: { readonly state: LetterState; readonly because: string },
    events: readonly BookEvent[],
  ): boolean =>
    transaction(database, () => {
      const before = letter(id)?.state
      if (before !== 'shown' && before !== 'queued' && before !== 'held') return false
      write(events)
      setBack.run(state, because, id)
      return true
    })
  return {
    letter,
    show: (draft, because) => transaction(database, () => put(draft, 'shown', because)),
    letGo: (draft, events) =>
      transaction(database, () => {
        write(events)
        return put(draft, 'queued', null)
      }),
    approve: (id, at, events) =>
      transaction(database, () => {
        const known = letter(id)
        if (setGo.run(at, id).changes === 0) return false
        // What was let go once was told then.
        if (known?.letGo === null) write(events)
        return true
      }),
    hold: (id, because, events) => keepBack(id, { state: 'held', because }, events),
    withdraw: (id, because, events) => keepBack(id, { state: 'withdrawn', because }, events),
    *letters({ states, contact }) {
      for (const row of all.iterate()) {
        const found = letterOf(row)
        if (states && !states.includes(found.state)) continue
        if (contact === undefined || found.contact === contact) yield found
      }
    },
    mail: id => mail.get(id)?.['mail'] as Uint8Array | undefined,
    due: (now, limit) => waiting.all(now, leaseBefore(now), limit).map(letterOf),
    take: (id, at) =>
      transaction(database, () => {
        const known = letter(id)
        if (known?.state !== 'queued' && known?.state !== 'taken') return 'not-there'
        // Whoever took it a moment ago has it still, in another process.
        if (known.state === 'taken' && isHeld.get(id, leaseBefore(at)) !== undefined)
          return 'not-there'
        const doubts = known.doubts + (known.state === 'taken' ? 1 : 0)
        if (doubts > mostDoubts) {
          setState.run('held', 'Nobody knows whether it left, for the second time.', id)
          return 'in-doubt'
        }
        setTaken.run(at, doubts, id)
        return 'taken'
      }),
    note: (id, outcome, events) =>
      transaction(database, () => {
        if (letter(id)?.state !== 'taken') return
        write(events)
        switch (outcome.kind) {
          case 'sent':
            setSent.run(outcome.at, id)
            break
          case 'later':
            setLater.run(outcome.at, id)
            break
          case 'refused':
            setState.run('refused', outcome.because, id)
            break
        }
      }),
    postpone: (id, until) => void setPostponed.run(until, id),
    sent: after =>
      sent.all(after, after).map(row => ({
        at: row['sent'] as Instant,
        contact: row['contact'] as string,
        organisation: row['organisation'] as string | null,
        ...(row['outcome'] !== null && { outcome: row['outcome'] as 'bounced' | 'complained' }),
      })),
    days: () => days.all('', '').map(row => ({ ...row }) as DayFigures),
    mark: (messageId, outcome) => setOutcome.run(outcome, messageId).changes > 0,
    underway: () => new Set(busy.all().map(({ contact }) => contact as string)),
    isUnderway: contact => isBusy.get(contact) !== undefined,
    ...letterRecord(database),
  }
}

function letterOf(row: Record<string, unknown>): PostedLetter {
  return {
    ...(JSON.parse(row['draft'] as string) as Omit<Draft, 'mail'>),
    id: row['id'] as number,
    state: row['state'] as LetterState,
    because: row['because'] as string | null,
    letGo: row['let_go'] as Instant | null,
    sent: row['sent'] as Instant | null,
    notBefore: row['not_before'] as Instant | null,
    attempts: row['attempts'] as number,
    doubts: row['doubts'] as number,
  }
}

function leaseBefore(now: Instant): Instant {
  return instantOfSeconds(secondsOf(now) - leaseSeconds) ?? now
}
