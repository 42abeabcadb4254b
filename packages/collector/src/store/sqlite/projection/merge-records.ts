import { keptEvidence, keptIdentities, keptPayloadHosts, smallest } from '@redalert/core'
import { textOf } from '../../../told/cell-of.ts'
import type { CellRecord, EvidenceRecord } from '../../../told/cell-record.ts'

type Piece = (number: number) => string

/** Merges two records of one key exactly as core merges their cells. */
export function mergeRecords(one: CellRecord, other: CellRecord, piece: Piece): CellRecord {
  return {
    ...one,
    ownPayload: one.ownPayload || other.ownPayload,
    first: Math.min(one.first, other.first),
    last: Math.max(one.last, other.last),
    identities: mergeIdentities(one.identities, other.identities),
    evidence: firstEvidence([...one.evidence, ...other.evidence], piece),
    payloadHosts: smallest(one.payloadHosts, other.payloadHosts, keptPayloadHosts),
  }
}

/** Whether two records of one key tell the same. */
export function sameRecords(one: CellRecord, other: CellRecord, piece: Piece): boolean {
  return (
    one.ownPayload === other.ownPayload &&
    one.first === other.first &&
    one.last === other.last &&
    Buffer.compare(one.identities, other.identities) === 0 &&
    one.evidence.length === other.evidence.length &&
    one.evidence.every((line, index) => sameEvidence(line, other.evidence[index], piece)) &&
    one.payloadHosts.join('\n') === other.payloadHosts.join('\n')
  )
}

/** How many identities of one list are in another. */
export function countShared(one: Uint8Array, other: Uint8Array): number {
  return (one.length + other.length - unionOf(one, other).length) / 8
}

function mergeIdentities(one: Uint8Array, other: Uint8Array): Uint8Array {
  return unionOf(one, other).subarray(0, keptIdentities * 8)
}

/** Eight bytes each, ascending, each once. */
function unionOf(one: Uint8Array, other: Uint8Array): Uint8Array {
  const merged = new Uint8Array(one.length + other.length)
  let length = 0
  let left = 0
  let right = 0
  while (left < one.length || right < other.length) {
    const order = compareEight(one, left, other, right)
    merged.set(order <= 0 ? one.subarray(left, left + 8) : other.subarray(right, right + 8), length)
    length += 8
    if (order <= 0) left += 8
    if (order >= 0) right += 8
  }
  return merged.subarray(0, length)
}

function compareEight(one: Uint8Array, left: number, other: Uint8Array, right: number): number {
  if (left >= one.length) return 1
  if (right >= other.length) return -1
  for (let at = 0; at < 8; at++) {
    const difference = (one[left + at] ?? 0) - (other[right + at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function firstEvidence(lines: readonly EvidenceRecord[], piece: Piece): readonly EvidenceRecord[] {
  const told = lines.map(line => ({ line, text: textOf(line.pieces, { piece }) }))
  const sorted = told.toSorted(
    (one, other) =>
      one.line.at - other.line.at || (one.text < other.text ? -1 : Number(one.text > other.text)),
  )
  const first: typeof told = []
  for (const next of sorted) {
    const previous = first.at(-1)
    if (previous?.line.at === next.line.at && previous.text === next.text) continue
    if (first.length === keptEvidence) break
    first.push(next)
  }
  return first.map(({ line }) => line)
}

function sameEvidence(
  one: EvidenceRecord,
  other: EvidenceRecord | undefined,
  piece: Piece,
): boolean {
  if (!other || one.at !== other.at) return false
  return textOf(one.pieces, { piece }) === textOf(other.pieces, { piece })
}
