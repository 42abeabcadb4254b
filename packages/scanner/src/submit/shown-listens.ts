import {
  type Address,
  addressWords,
  contains,
  parseAddress,
  privateNetworks,
  submissionLimits,
} from '@redalert/core'
import type { Target } from '../spool/targets.ts'

/** The addresses of a server as a collector may know them; null when it may not, or nobody knows them. Private ones say nothing outside. */
export function shownListens(
  listens: readonly string[] | null,
  target: Target,
): readonly string[] | null {
  if (target === 'hide' || listens === null) return null
  const addresses = listens
    .map(text => parseAddress(text))
    .filter(address => address !== undefined)
    .filter(address => !privateNetworks.some(network => contains(network, address)))
  const shown = new Set(target === 'show' ? addresses : addresses.map(networkOf))
  return shown.size === 0 ? null : [...shown].toSorted().slice(0, submissionLimits.listens)
}

/** `192.0.2.0/24`, `2001:db8:1::/48`: the smallest that is routed by itself, and larger than one customer. */
function networkOf(address: Address): string {
  const words = addressWords(address) ?? []
  if (words.length === 2) return `${address.slice(0, address.lastIndexOf('.'))}.0/24`
  const [one = 0, two = 0, three = 0] = words
  const text = [one, two, three].map(word => word.toString(16)).join(':')
  return `${parseAddress(`${text}::`) ?? text}/48`
}
