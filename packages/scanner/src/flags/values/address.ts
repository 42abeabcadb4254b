import { type Address, parseAddress } from '@redalert/core'
import type { Value } from '../value.ts'

/** An IPv4 or IPv6 address. */
export const address: Value<Address> = {
  shown: 'ADDRESS',
  read(given) {
    const value = parseAddress(given)
    return value
      ? { value }
      : { wrong: 'is not an address: write it like 192.0.2.7 or 2001:db8::7' }
  },
}
