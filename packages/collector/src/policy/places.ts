import { contains, type Network, parseAddress, parseNetwork, type Source } from '@redalert/core'

/** Where a host is. */
export type Where = {
  readonly source: Source
  readonly country: string | null
  readonly asn: number | null
}

/** Whether a host is in one of some places: `NL`, `192.0.2.0/24`, `AS64500`. */
export function places(words: readonly string[]): (where: Where) => boolean {
  const names = new Set(words)
  const networks = words
    .filter(word => word.includes('/'))
    .map(word => parseNetwork(word))
    .filter((network): network is Network => network !== undefined)
  if (names.size === 0) return () => false
  return ({ source, country, asn }) => {
    if (country !== null && names.has(country)) return true
    if (asn !== null && names.has(`AS${asn}`)) return true
    if (networks.length === 0) return false
    const address = parseAddress(source)
    return address !== undefined && networks.some(network => contains(network, address))
  }
}
