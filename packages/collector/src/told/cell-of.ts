import {
  type Cell,
  type Hour,
  hourOf,
  type Identity,
  type Instant,
  instantOfSeconds,
  type Source,
} from '@redalert/core'
import type { CellRecord, EvidenceRecord } from './cell-record.ts'

/** What the numbers of records mean. */
export type Naming = {
  readonly mark: (number: number) => string
  readonly sensor: (number: number) => string
  readonly piece: (number: number) => string
}

/** The cell that a record is of: the inverse of `recordOf`. */
export function cellOf(source: Source, record: CellRecord, naming: Naming): Cell {
  const start = record.hour * 3600
  return {
    sensor: naming.sensor(record.sensor),
    source,
    mark: naming.mark(record.mark),
    hour: hourOf(instant(start)) satisfies Hour,
    clock: record.isAssumed ? 'assumed' : 'known',
    identities: identitiesOf(record.identities),
    first: instant(start + record.first),
    last: instant(start + record.last),
    evidence: record.evidence.map(({ at, pieces }) => ({
      at: instant(start + at),
      text: textOf(pieces, naming),
    })),
    payloadHosts: record.payloadHosts,
    ownPayload: record.ownPayload,
  }
}

/** The text that pieces make. */
export function textOf(pieces: EvidenceRecord['pieces'], { piece }: Pick<Naming, 'piece'>): string {
  let text = ''
  for (const part of pieces) {
    text += typeof part === 'number' ? piece(part) : Buffer.from(part).toString('latin1')
  }
  return text
}

function identitiesOf(bytes: Uint8Array): Identity[] {
  const hex = Buffer.from(bytes).toString('hex')
  const identities: Identity[] = []
  for (let at = 0; at < hex.length; at += 16) identities.push(hex.slice(at, at + 16) as Identity)
  return identities
}

function instant(seconds: number): Instant {
  const found = instantOfSeconds(seconds)
  if (!found) throw new RangeError('packed bytes hold a time that is none')
  return found
}
