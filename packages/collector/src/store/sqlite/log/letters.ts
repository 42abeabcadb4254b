import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '@redalert/core'
import type { Outgoing } from '../../../outgoing.ts'
import type { SubmissionRow } from '../../store.ts'
import { transaction } from '../transaction.ts'

/** The answers that are to be sent, beside the record. */
export function letterTable(
  database: DatabaseSync,
  {
    row,
    projected,
  }: {
    readonly row: (sequence: number) => SubmissionRow | undefined
    readonly projected: () => number
  },
): Outgoing {
  const selectUnsettled = database.prepare(
    'SELECT sequence, answer_to FROM arrivals WHERE settled = 0 AND sequence <= ? ORDER BY sequence LIMIT ?',
  )
  const update = database.prepare('UPDATE arrivals SET settled = 1 WHERE sequence = ?')
  const insert = database.prepare(
    "INSERT OR IGNORE INTO letters VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0, ?)",
  )
  const selectDue = database.prepare(
    "SELECT * FROM letters WHERE state = 'waiting' AND due <= ? ORDER BY due, sequence LIMIT ?",
  )
  const count = database.prepare(
    'SELECT count(*) AS count FROM letters WHERE address = ? AND at >= ?',
  )
  const note = database.prepare(
    'UPDATE letters SET state = ?, attempts = attempts + 1, due = coalesce(?, due) WHERE sequence = ?',
  )
  return {
    unsettled: limit =>
      selectUnsettled.all(projected(), limit).flatMap(each => {
        const receipt = row(Number(each['sequence']))
        const answerTo = each['answer_to'] === null ? undefined : String(each['answer_to'])
        return receipt ? [{ sequence: receipt.sequence, answerTo, receipt }] : []
      }),
    settle(sequence, letter) {
      const settleOne = (): void => {
        if (letter) {
          const { to, subject, text, messageId, at } = letter
          insert.run(sequence, to, subject, text, messageId, at, at)
        }
        update.run(sequence)
      }
      if (database.isTransaction) settleOne()
      else transaction(database, settleOne)
    },
    together: settling => transaction(database, settling),
    dueLetters: (now, limit) =>
      selectDue.all(now, limit).map(each => ({
        sequence: Number(each['sequence']),
        to: String(each['address']),
        subject: String(each['subject']),
        text: String(each['text']),
        messageId: String(each['message_id']),
        at: String(each['at']) as Instant,
        attempts: Number(each['attempts']),
      })),
    lettersTo: (address, since) => Number(count.get(address, since)?.['count'] ?? 0),
    noteLetter(sequence, outcome) {
      const state = { sent: 'sent', later: 'waiting', 'given-up': 'given-up' }[outcome.kind]
      note.run(state, outcome.kind === 'later' ? outcome.at : null, sequence)
    },
  }
}
