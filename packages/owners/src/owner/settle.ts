import { choose } from '../choose/choose.ts'
import type { Holding } from '../model/holding.ts'
import type { Held, Origin, Owner } from '../model/owner.ts'
import type { NeverList } from '../never/never-list.ts'
import type { Wait } from './wait.ts'

/** What an address has come to, said as it is told. */
export function settle(
  { address, certainty, handling, notes, preferences, known }: Wait,
  {
    never,
    origin,
    queued,
    stale,
  }: { never: NeverList; origin?: Origin; queued: boolean; stale: boolean },
): Owner {
  const { contact, candidates } = choose(known?.clues ?? [], never.mailbox)
  const held = known && heldBy(known, origin)
  if (!held || !contact)
    return {
      kind: 'unroutable',
      address,
      ...held,
      candidates,
      reason: reasonOf(notes, candidates.length),
    }
  return {
    kind: 'owner',
    address,
    ...held,
    source: contact.source,
    contact,
    candidates,
    provisional: certainty !== 'certain',
    queued,
    stale,
    ...(handling && { handling }),
    ...(preferences && { preferences }),
  }
}

function heldBy(holding: Holding, origin: Origin | undefined): Held {
  const { range, source, registry, handle, name, status, country, asns } = holding
  return {
    range,
    source,
    registry,
    ...(handle && { handle }),
    ...(name && { name }),
    ...(status && { status }),
    ...(country && { country }),
    ...(asns && { asns }),
    ...(origin && { origin }),
  }
}

function reasonOf(notes: readonly string[], named: number): string {
  const why = [...new Set(notes)].join('; ')
  if (named === 0) return why || 'no source names anybody'
  return `none of those who are named is named for this${why ? `; ${why}` : ''}`
}
