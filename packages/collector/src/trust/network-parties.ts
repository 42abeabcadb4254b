import { type Address, addressWords, contains, parseAddress, privateNetworks } from '@redalert/core'
import type { NetworkTable } from './network-table.ts'
import type { Party } from './party.ts'

/** Where addresses are looked up, and what stands for a network that no table knows. */
export type Networks = {
  readonly table: NetworkTable
  readonly prefix: { readonly ipv4: number; readonly ipv6: number }
}

/**
 * The parties to whom an address belongs: its registrant and AS. Where no AS is known its network stands for it, for
 * whoever holds a network can name many registrants in it. A private address is nobody's.
 */
export function networkParties(address: Address, { table, prefix }: Networks): readonly Party[] {
  if (privateNetworks.some(network => contains(network, address))) return []
  const { registrant, as, network } = table(address) ?? {}
  const parties: Party[] = []
  if (registrant !== undefined) parties.push(`registrant:${registrant}`)
  parties.push(as === undefined ? `network:${network ?? prefixOf(address, prefix)}` : `as:${as}`)
  return parties
}

function prefixOf(address: Address, { ipv4, ipv6 }: Networks['prefix']): string {
  const words = addressWords(address) ?? []
  const bits = words.length === 2 ? ipv4 : ipv6
  const kept = words.map((word, index) => {
    const ones = Math.min(16, Math.max(0, bits - index * 16))
    return word & ((0xffff << (16 - ones)) & 0xffff)
  })
  const text =
    kept.length === 2
      ? kept.flatMap(word => [word >> 8, word & 0xff]).join('.')
      : kept.map(word => word.toString(16)).join(':')
  return `${parseAddress(text) ?? text}/${bits}`
}
