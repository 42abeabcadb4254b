import type { Bulk } from '../bulk/open-bulk.ts'
import type { RangeCache } from '../cache/range-cache.ts'
import { choose } from '../choose/choose.ts'
import { enough } from '../choose/score.ts'
import type { Candidate } from '../model/candidate.ts'
import type { Clue } from '../model/clue.ts'
import type { Answerable } from '../model/owner.ts'
import type { NeverList } from '../never/never-list.ts'
import type { Override } from '../override/override.ts'
import { growingRanges } from '../ranges/growing-ranges.ts'
import { rangeText } from '../ranges/range.ts'

/** By what is known who stands above somebody. Nobody is asked for it. */
export type AboveParts = {
  readonly never: NeverList
  readonly cache: Pick<RangeCache, 'findOrigin'>
  readonly overrides: Iterable<Override>
  readonly bulk?: Pick<Bulk, 'wider' | 'origin'>
}

/**
 * Who may be told when an owner does nothing: whom the operator names for a wider network, else the holder of the network
 * around theirs, else whoever announces it. Only a registry's own word for that number counts.
 */
export function aboveOwner({
  never,
  cache,
  overrides,
  bulk,
}: AboveParts): (owner: Answerable) => Candidate | undefined {
  const wide = growingRanges(overrides)
  const named = ({ address, source }: Answerable): readonly Clue[] =>
    // The narrowest of them is the owner's own.
    wide
      .covering(address)
      .slice(source === 'override' ? 1 : 0)
      .flatMap(clueOf)
  const origin = ({ asns }: Answerable): readonly Clue[] => {
    const [asn] = asns ?? []
    if (asn === undefined) return []
    const known = bulk?.origin(asn) ?? []
    return known.length > 0 ? known : (cache.findOrigin(asn) ?? [])
  }
  return owner => {
    const level = owner.contact.climbed ?? 0
    const own = new Set(
      owner.candidates
        .filter(({ climbed = 0 }) => climbed <= level)
        .map(({ mailbox }) => mailbox.toLowerCase()),
    )
    const isAbove = ({ mailbox, score }: Candidate) =>
      score >= enough && !own.has(mailbox.toLowerCase())
    const best = (clues: readonly Clue[]) => choose(clues, never.mailbox).candidates.find(isAbove)
    return (
      best(named(owner)) ??
      owner.candidates.find(each => (each.climbed ?? 0) > level && isAbove(each)) ??
      best(bulk?.wider(owner.address) ?? []) ??
      best(origin(owner))
    )
  }
}

function clueOf({ range, contact, reason }: Override): readonly Clue[] {
  if (contact === undefined) return []
  const path = `${rangeText(range)} > ${reason ?? 'the operator'}`
  return [{ mailbox: contact, source: 'override', roles: [], path }]
}
