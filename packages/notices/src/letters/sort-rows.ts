import {
  type Address,
  type Instant,
  parseAddress,
  secondsOf,
  type Sighting,
  type Signature,
  signatures,
} from '@redalert/core'
import { voiceOf } from '../notice/voice.ts'
import { type MailAddress, parseMailAddress } from '../safe/mail-address.ts'
import type { FindOwner } from './found-owner.ts'
import type { Witnessed } from './host-of.ts'
import type { LeftOut, LeftOutReason } from './left-out.ts'

export type SortOptions = {
  readonly now: Instant
  /** The families that the rows were judged by; all that redalert knows where not given. */
  readonly families?: readonly Signature[]
  /** How old the last request of a machine may be: after 30 days its address may be somebody else's. */
  readonly staleAfterDays?: number
}

/** How far in the future a server's clock may be, in seconds. */
const clockTolerance = 600

/** The rows of one owner. */
export type Pile = { readonly to: MailAddress; readonly rows: readonly Witnessed[] }

export type SortedRows = { readonly piles: readonly Pile[]; readonly leftOut: readonly LeftOut[] }

/** Sorts the rows of a scan by owner; what cannot or must not be told stands apart, each row with its reason. */
export function sortRows(
  rows: readonly Sighting[],
  findOwner: FindOwner,
  options: SortOptions,
): SortedRows {
  const piles = new Map<string, { to: MailAddress; rows: Witnessed[] }>()
  const leftOut: LeftOut[] = []
  for (const row of rows) {
    const sorted = sortRow(row, findOwner, options)
    if (typeof sorted === 'string') {
      leftOut.push({ kind: 'left-out', source: row.source, family: row.family, reason: sorted })
      continue
    }
    const { to, witnessed } = sorted
    const pile = piles.get(to.toLowerCase())
    if (pile) pile.rows.push(witnessed)
    else piles.set(to.toLowerCase(), { to, rows: [witnessed] })
  }
  return { piles: [...piles.values()], leftOut }
}

type Sorted = { readonly to: MailAddress; readonly witnessed: Witnessed }

function sortRow(
  row: Sighting,
  findOwner: FindOwner,
  { now, families = signatures, staleAfterDays = 30 }: SortOptions,
): Sorted | LeftOutReason {
  if (row.setApart) return row.setApart
  const source: Address | undefined = parseAddress(row.source)
  if (!source) return 'name'
  // First-hand testimony: whoever writes saw it himself, and may say so.
  const voice = voiceOf(row.grade, 'assert')
  if (!voice) return 'probe'
  if (row.clock === 'assumed') return 'assumed'
  const age = secondsOf(now) - secondsOf(row.last)
  if (age < -clockTolerance) return 'future'
  if (age > staleAfterDays * 86_400) return 'stale'
  const family = families.find(({ id }) => id === row.family)
  if (!family) return 'unknown-family'
  const owner = findOwner(source)
  if (!owner) return 'no-owner'
  const to = parseMailAddress(owner.address)
  if (!to) return 'no-mail-address'
  return { to, witnessed: { row: { ...row, source }, family, voice, owner } }
}
