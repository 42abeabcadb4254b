import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { zstdDecompressSync } from 'node:zlib'
import type { Account, Instant, Receipt } from '@redalert/core'
import type { Arrival, Hints } from '../../../arrival.ts'
import type { IntakeLog, StoredArrival, SubmissionRow } from '../../store.ts'
import { toldOf } from './told-bytes.ts'

/** What can be read of the record. */
export type LogReader = Pick<IntakeLog, 'arrivals' | 'receipt' | 'submissions'> & {
  /** The number of the last arrival. */
  readonly last: () => number
  readonly row: (sequence: number) => SubmissionRow | undefined
}

const columns = 'sequence, id, at, way, submitter, proof, sha256, bytes'

/** Reads the record in a database. `account` gives what was found in an arrival, once that is known. */
export function readLog(
  database: DatabaseSync,
  account: (sequence: number) => Account | undefined,
): LogReader {
  const selectAfter = database.prepare(
    'SELECT * FROM arrivals WHERE sequence > ? ORDER BY sequence LIMIT ?',
  )
  const selectById = database.prepare(`SELECT ${columns} FROM arrivals WHERE id = ?`)
  const selectOne = database.prepare(`SELECT ${columns} FROM arrivals WHERE sequence = ?`)
  const selectLast = database.prepare('SELECT max(sequence) AS last FROM arrivals')
  const selectMany = database.prepare(
    `SELECT ${columns} FROM arrivals
     WHERE sequence < ? AND (?2 IS NULL OR submitter = ?2) ORDER BY sequence DESC LIMIT ?`,
  )
  const rowOf = (row: Row): SubmissionRow => submissionRow(row, account(Number(row['sequence'])))
  return {
    arrivals(after, most) {
      const found: StoredArrival[] = []
      let bytes = 0
      for (const row of selectAfter.iterate(after, most.count)) {
        bytes += Number(row['bytes'])
        if (found.length > 0 && bytes > most.bytes) break
        found.push(storedArrival(row))
      }
      return found
    },
    last: () => Number(selectLast.get()?.['last'] ?? 0),
    row(sequence) {
      const row = selectOne.get(sequence)
      return row && rowOf(row)
    },
    receipt(id) {
      const row = selectById.get(id)
      return row && receiptOf(rowOf(row))
    },
    submissions: ({ submitter, limit, before = Number.MAX_SAFE_INTEGER }) =>
      selectMany.all(before, submitter ?? null, limit).map(rowOf),
  }
}

type Row = Record<string, SQLOutputValue>

function storedArrival(row: Row): StoredArrival {
  const content = row['content'] as Uint8Array
  return {
    sequence: Number(row['sequence']),
    id: String(row['id']),
    at: String(row['at']) as Instant,
    way: row['way'] as Arrival['way'],
    submitter: String(row['submitter']),
    proof: row['proof'] as Arrival['proof'],
    shape: row['shape'] as Arrival['shape'],
    hints: JSON.parse(String(row['hints'])) as Hints,
    ...(row['answer_to'] !== null && { answerTo: String(row['answer_to']) }),
    content:
      row['form'] === 'told'
        ? { kind: 'told', told: toldOf(content) }
        : { kind: 'raw', body: zstdDecompressSync(content) },
  }
}

function submissionRow(row: Row, account: Account | undefined): SubmissionRow {
  return {
    kind: 'receipt',
    schema: 1,
    sequence: Number(row['sequence']),
    id: String(row['id']),
    at: String(row['at']) as Instant,
    way: row['way'] as Arrival['way'],
    submitter: String(row['submitter']),
    proof: row['proof'] as Arrival['proof'],
    sha256: Buffer.from(row['sha256'] as Uint8Array).toString('hex'),
    bytes: Number(row['bytes']),
    state: account ? 'read' : 'kept',
    account: account ?? null,
  }
}

function receiptOf({
  kind,
  schema,
  id,
  at,
  sha256,
  bytes,
  submitter,
  state,
  account,
}: SubmissionRow): Receipt {
  return { kind, schema, id, at, sha256, bytes, submitter, state, account }
}
