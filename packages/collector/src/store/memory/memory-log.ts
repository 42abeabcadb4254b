import { createHash } from 'node:crypto'
import type { Account, Receipt } from '@redalert/core'
import type { Arrival } from '../../arrival.ts'
import type { IntakeLog, StoredArrival, SubmissionRow } from '../store.ts'

/** An arrival as memory holds it. */
export type Held = Omit<StoredArrival, 'content'> & {
  content: StoredArrival['content']
  readonly sha256: string
  readonly bytes: number
  isSettled: boolean
}

/** The record as a list. */
export function memoryLog(
  arrivals: Held[],
  account: (sequence: number) => Account | undefined,
  newId: () => string,
): IntakeLog & { readonly row: (held: Held) => SubmissionRow } {
  const requests = new Map<string, number>()
  let last = 0
  const row = (held: Held): SubmissionRow => {
    const { sequence, id, at, way, submitter, proof, sha256, bytes } = held
    const found = account(sequence)
    const state = found ? 'read' : 'kept'
    const told = { id, at, sha256, bytes, submitter, state, account: found ?? null } as const
    return { kind: 'receipt', schema: 1, sequence, way, proof, ...told }
  }
  return {
    row,
    keep: arrival => {
      const { body, idempotencyKey, ...rest } = arrival
      const sha256 = createHash('sha256').update(body).digest('hex')
      const known = arrivals.find(each => isSame(each, arrival, sha256))
      const request = `${arrival.submitter}\n${idempotencyKey}`
      const named = idempotencyKey === undefined ? undefined : requests.get(request)
      if (named !== undefined && named !== known?.sequence) {
        return Promise.resolve({ kind: 'conflict' })
      }
      const content = { kind: 'raw', body } as const
      const fresh = {
        sha256,
        bytes: body.length,
        content,
        isSettled: arrival.answerTo === undefined,
      }
      const held = known ?? { ...rest, sequence: ++last, id: newId(), ...fresh }
      if (!known) arrivals.push(held)
      if (idempotencyKey !== undefined) requests.set(request, held.sequence)
      const { sequence, id } = held
      return Promise.resolve({ kind: 'kept', sequence, id, isNew: !known })
    },
    arrivals(after, most) {
      const found: StoredArrival[] = []
      let total = 0
      for (const held of arrivals.filter(each => each.sequence > after).slice(0, most.count)) {
        total += held.bytes
        if (found.length > 0 && total > most.bytes) break
        found.push(storedOf(held))
      }
      return found
    },
    receipt(id) {
      const held = arrivals.find(each => each.id === id)
      return held && receiptOf(row(held))
    },
    submissions: ({ submitter, limit, before = Infinity }) =>
      arrivals
        .filter(each => each.sequence < before)
        .filter(each => submitter === undefined || each.submitter === submitter)
        .toReversed()
        .slice(0, limit)
        .map(row),
    compact(sequence, told) {
      const held = arrivals.find(each => each.sequence === sequence)
      if (held) held.content = { kind: 'told', told }
    },
    raw: before =>
      arrivals
        .filter(each => each.content.kind === 'raw' && each.at < before)
        .map(({ sequence }) => sequence),
    remove(sequences) {
      for (const sequence of sequences) {
        const place = arrivals.findIndex(each => each.sequence === sequence)
        if (place !== -1) arrivals.splice(place, 1)
        for (const [request, named] of requests) if (named === sequence) requests.delete(request)
      }
    },
    backup: () => Promise.reject(new Error('memory has no file to copy')),
  }
}

function storedOf(held: Held): StoredArrival {
  const { sequence, id, at, way, submitter, proof, shape, hints, answerTo, content } = held
  const stored = { sequence, id, at, way, submitter, proof, shape, hints, content }
  return answerTo === undefined ? stored : { ...stored, answerTo }
}

function receiptOf(row: SubmissionRow): Receipt {
  const { kind, schema, id, at, sha256, bytes, submitter, state, account } = row
  return { kind, schema, id, at, sha256, bytes, submitter, state, account }
}

function isSame(held: Held, arrival: Arrival, sha256: string): boolean {
  const { format, zone, sensor, packing } = arrival.hints
  return (
    held.sha256 === sha256 &&
    held.submitter === arrival.submitter &&
    held.shape === arrival.shape &&
    held.hints.format === format &&
    held.hints.zone === zone &&
    held.hints.sensor === sensor &&
    held.hints.packing === packing
  )
}
