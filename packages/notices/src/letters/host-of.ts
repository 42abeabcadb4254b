import {
  type Address,
  type Evidence,
  type Instant,
  readEvidence,
  type Sighting,
  type Signature,
} from '@redalert/core'
import type { NoticedHost, Seen } from '../notice/host.ts'
import { portOf } from '../notice/port-of.ts'
import type { Voice } from '../notice/voice.ts'
import type { FoundOwner } from './found-owner.ts'
import { tellingEvidence } from './telling-evidence.ts'

/** What its owner is told of a row. */
export type Witnessed = {
  readonly row: Sighting & { readonly source: Address }
  readonly family: Signature
  readonly voice: Voice
  readonly owner: FoundOwner
}

/** Makes a row of one's own logs what its owner is told: the newest evidence, best one with a port, and no witness but oneself. */
export function hostOf({ row, family, voice, owner }: Witnessed, report: string): NoticedHost {
  const evidence = bestOf(tellingEvidence(row, family))
  const all = row.cells.flatMap(cell => cell.evidence)
  return {
    report,
    source: row.source,
    family,
    voice,
    reason: row.reason,
    first: seenAt(row.first, all),
    last: seenAt(row.last, all),
    requests: row.requests,
    reporters: 1,
    ...(evidence && { evidence }),
    ownPayload: row.cells.some(({ ownPayload }) => ownPayload),
    why: owner.why,
    ...(owner.asn !== undefined && { asn: owner.asn }),
    ...(owner.country !== undefined && { country: owner.country }),
  }
}

/** The newest line with a port, else the newest that holds a request, else the newest. */
function bestOf(lines: readonly Evidence[]): Evidence | undefined {
  return (
    lines.findLast(line => portOf(line) !== undefined) ??
    lines.findLast(line => readEvidence(line.text)?.entry.target !== undefined) ??
    lines.at(-1)
  )
}

function seenAt(at: Instant, evidence: readonly Evidence[]): Seen {
  const ports = evidence.filter(line => line.at === at).map(portOf)
  const port = ports.find(one => one !== undefined)
  return port === undefined ? { at } : { at, port }
}
