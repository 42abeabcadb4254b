import {
  type Address,
  addressWords,
  containsWords,
  type Network,
  parseNetwork,
  privateNetworks,
} from '@redalert/core'

/** `real`: documentation addresses belong to no machine. `exercise`: they are ordinary ones. */
export type Profile = 'real' | 'exercise'

/** What is wrong with an address as the source of a request, if anything: private, or one that no machine on the Internet has. */
export function addressObjection(
  address: Address,
  profile: Profile,
): 'private-source' | 'impossible-source' | undefined {
  const words = addressWords(address) ?? []
  const lies = (network: Network) => containsWords(network, words)
  if (privateNetworks.some(lies)) return 'private-source'
  if (profile === 'exercise' && documentation.some(lies)) return undefined
  if (documentation.some(lies) || impossible.some(lies)) return 'impossible-source'
  return words.length === 8 && !lies(globalIpv6) ? 'impossible-source' : undefined
}

/** RFC 5737, RFC 3849 and RFC 9637. */
const documentation = networks(
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '2001:db8::/32',
  '3fff::/20',
)

/** This network, IETF assignments, 6to4 relays, benchmarks, multicast, the former class E (RFC 6890). */
const impossible = networks(
  '0.0.0.0/8',
  '192.0.0.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '2001:2::/48',
  '2001:10::/28',
)

/** All of IPv6 that is given out as unicast. */
const [globalIpv6] = networks('2000::/3') as [Network]

function networks(...texts: readonly string[]): readonly Network[] {
  return texts.map(text => parseNetwork(text)).filter(network => network !== undefined)
}
