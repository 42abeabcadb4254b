import type { Address } from '@redalert/core'
import type { Certainty } from '../model/found.ts'
import type { Holding } from '../model/holding.ts'
import { blockOf } from '../ranges/block.ts'
import { holds } from '../ranges/range.ts'

/**
 * How far an answer speaks for an address inside its range. An answer proves who holds the address that was asked
 * for, and hides narrower assignments beside it: it holds for others only where nothing can lie inside. In the same
 * block as an address that was asked for it is told as provisional; further away it is a guess, worth another question.
 */
export function reachOf(
  holding: Holding,
  address: Address,
  askedNear: readonly Address[] = [],
): Certainty | undefined {
  if (!holds(holding.range, address)) return undefined
  const asked = [...askedNear, ...holding.asked]
  if (holding.whole || asked.includes(address)) return 'certain'
  const block = blockOf(address)
  return asked.some(one => blockOf(one) === block) ? 'provisional' : 'guess'
}
