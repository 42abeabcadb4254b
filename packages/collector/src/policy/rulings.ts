import { places, type Where } from './places.ts'
import type { Policy } from './schema.ts'

/** What is done about the hosts of a place: tell the owner, the country's team, the holder above, nobody; or ask a person. */
export type Ruling = 'tell' | 'via-cert' | 'upstream' | 'hold' | 'never'

/** Makes of a policy what it says of each place. Where several lists name it, the most careful one counts. */
export function rulings(policy: Policy): (where: Where) => Ruling {
  const isNever = places(policy.never)
  const isHeld = places(policy.hold)
  const isHostile = places(policy.hostile)
  const isViaCert = places(policy.via_cert)
  const isOurs = policy.constituency.length === 0 ? () => true : places(policy.constituency)
  return where => {
    if (isNever(where)) return 'never'
    if (isHeld(where)) return 'hold'
    if (isHostile(where)) return 'upstream'
    if (isViaCert(where)) return 'via-cert'
    return isOurs(where) ? 'tell' : policy.foreign
  }
}
