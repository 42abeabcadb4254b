import { type Network, parseNetwork } from '@redalert/core'
import type { Value } from '../value.ts'

/** A network, or one address of which it consists. */
export const network: Value<Network> = {
  shown: 'CIDR',
  read(given) {
    const value = parseNetwork(given)
    return value
      ? { value }
      : { wrong: 'is not a network: write it like 192.0.2.0/24, 2001:db8::/32 or 192.0.2.7' }
  },
}
