import { type Cell, type Instant, secondsOf } from '@redalert/core'
import type { CellRecord, EvidenceRecord } from './cell-record.ts'
import { splitPieces } from './pieces.ts'

/** Gives names their numbers, and makes new ones. */
export type Numbering = {
  readonly mark: (name: string) => number
  readonly sensor: (name: string) => number
  /** The number of a common piece of evidence; undefined when it is better told in full. */
  readonly piece: (text: string) => number | undefined
}

/** The record of a cell, told by a submitter of this number. */
export function recordOf(cell: Cell, numbering: Numbering, submitter: number): CellRecord {
  const start = secondsOf(`${cell.hour}:00:00Z` as Instant)
  return {
    hour: start / 3600,
    mark: numbering.mark(cell.mark),
    isAssumed: cell.clock === 'assumed',
    sensor: numbering.sensor(cell.sensor),
    submitter,
    ownPayload: cell.ownPayload,
    first: secondsOf(cell.first) - start,
    last: secondsOf(cell.last) - start,
    identities: Buffer.from(cell.identities.join(''), 'hex'),
    evidence: cell.evidence.map(({ at, text }) => ({
      at: secondsOf(at) - start,
      pieces: numberPieces(text, numbering),
    })),
    payloadHosts: cell.payloadHosts,
  }
}

function numberPieces(text: string, { piece }: Numbering): EvidenceRecord['pieces'] {
  const pieces: (Uint8Array | number)[] = []
  let own = ''
  for (const [index, part] of splitPieces(text).entries()) {
    const number = index % 2 === 1 ? piece(part) : undefined
    if (number === undefined) {
      own += part
      continue
    }
    if (own !== '') pieces.push(Buffer.from(own, 'latin1'))
    pieces.push(number)
    own = ''
  }
  if (own !== '') pieces.push(Buffer.from(own, 'latin1'))
  return pieces
}
