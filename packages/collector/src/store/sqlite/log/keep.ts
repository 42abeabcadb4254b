import { createHash } from 'node:crypto'
import { statfsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Arrival } from '../../../arrival.ts'
import type { Kept } from '../../store.ts'
import { transaction } from '../transaction.ts'

const compress = promisify(zlib.zstdCompress)

type Waiting = {
  readonly arrival: Arrival
  readonly sha256: Uint8Array
  readonly content: Uint8Array
  readonly resolve: (kept: Kept) => void
  readonly reject: (error: unknown) => void
}

/** What keeping needs: a name for each arrival that nobody can guess. */
export type KeepOptions = { readonly folder: string; readonly newId: () => string }

/**
 * Keeps arrivals. All that come in while the loop turns are one commit, so that many cost one flush of the disk; each
 * resolves when that is done.
 */
export function keeper(
  database: DatabaseSync,
  { folder, newId }: KeepOptions,
): (arrival: Arrival) => Promise<Kept> {
  const insert = database.prepare(`
    INSERT INTO arrivals (id, at, way, submitter, proof, shape, hints, sha256, bytes, answer_to, settled, form, content)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?10, ?10 IS NULL, 'raw', ?) ON CONFLICT DO NOTHING`)
  const select = database.prepare(
    'SELECT sequence, id FROM arrivals WHERE sha256 = ? AND submitter = ? AND shape = ? AND hints = ?',
  )
  const selectRequest = database.prepare(
    'SELECT sequence FROM requests WHERE submitter = ? AND key = ?',
  )
  const insertRequest = database.prepare('INSERT INTO requests VALUES (?, ?, ?)')
  let waiting: Waiting[] = []

  const store = ({ arrival, sha256, content }: Waiting): Kept => {
    const { at, way, submitter, proof, shape, body, answerTo = null, idempotencyKey } = arrival
    const hints = hintText(arrival)
    const named =
      idempotencyKey === undefined ? undefined : selectRequest.get(submitter, idempotencyKey)
    const known = select.get(sha256, submitter, shape, hints)
    if (named && named['sequence'] !== known?.['sequence']) return { kind: 'conflict' }
    const id = known ? String(known['id']) : newId()
    const sequence = Number(
      known
        ? known['sequence']
        : insert.run(
            id,
            at,
            way,
            submitter,
            proof,
            shape,
            hints,
            sha256,
            body.length,
            answerTo,
            content,
          ).lastInsertRowid,
    )
    if (idempotencyKey !== undefined && !named)
      insertRequest.run(submitter, idempotencyKey, sequence)
    return { kind: 'kept', sequence, id, isNew: !known }
  }
  const flush = (): void => {
    const group = waiting
    waiting = []
    try {
      const kept = transaction(database, () => group.map(store))
      for (const [index, { resolve }] of group.entries()) resolve(kept[index] ?? { kind: 'full' })
    } catch (error) {
      const isFull = meansFull(error, folder)
      for (const { resolve, reject } of group) {
        if (isFull) resolve({ kind: 'full' })
        else reject(error)
      }
    }
  }
  return async arrival => {
    const sha256 = createHash('sha256').update(arrival.body).digest()
    const content = await compress(arrival.body)
    return await new Promise((resolve, reject) => {
      waiting.push({ arrival, sha256, content, resolve, reject })
      if (waiting.length === 1) setImmediate(flush)
    })
  }
}

/** What was said about how to read a body, always in the same words. */
function hintText({ hints: { format, zone, sensor, packing } }: Arrival): string {
  return JSON.stringify({ format, zone, sensor, packing })
}

const sqliteFull = 13
const sqliteInputOutput = 10
const spareBytes = 1024 * 1024

function meansFull(error: unknown, folder: string): boolean {
  const code = Number((error as { errcode?: number }).errcode) & 0xff
  if (code === sqliteFull) return true
  if (code !== sqliteInputOutput) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < spareBytes
}
