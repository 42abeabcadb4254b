import { type Address, parseAddress } from '@redalert/core'
import type { Random } from './random.ts'

/** An IPv4 address of the open internet as a number, each as likely as any other. */
export function publicAddress({ below }: Random): number {
  for (;;) {
    const address = below(2 ** 32)
    if (isPublic(address)) return address
  }
}

/** How many there are. */
export const publicAddresses = 221 * 2 ** 24 - 2 ** 22 - 2 ** 20 - 2 * 2 ** 16

/** The address that a number means. */
export function addressOf(number: number): Address {
  const text = [24, 16, 8, 0].map(shift => (number >>> shift) & 0xff).join('.')
  return parseAddress(text) as Address
}

/** Unicast, and of none of the networks that are everybody's own. */
function isPublic(address: number): boolean {
  const octet = address >>> 24
  if (octet === 0 || octet === 10 || octet === 127 || octet > 223) return false
  const half = address >>> 16
  const isPrivate = half === 0xc0a8 || half === 0xa9fe || half >>> 4 === 0xac1
  return !isPrivate && half >>> 6 !== 0x6440 >>> 6
}
