import { type Address, addressWords, parseAddress } from './address.ts'

/** A block of addresses in CIDR notation; only {@link parseNetwork} makes one. */
export type Network = {
  readonly text: string
  readonly words: readonly number[]
  readonly bits: number
}

/** Reads `192.0.2.0/24`, `2001:db8::/32` or one address; undefined when the text is none. Bits beyond the prefix are ignored. */
export function parseNetwork(text: string): Network | undefined {
  const slash = text.indexOf('/')
  const words = addressWords(slash === -1 ? text : text.slice(0, slash))
  if (!words) return undefined
  const size = words.length * 16
  if (slash === -1) return { text, words, bits: size }
  const digits = text.slice(slash + 1)
  if (!/^(?:0|[1-9]\d{0,2})$/.test(digits) || Number(digits) > size) return undefined
  return { text, words, bits: Number(digits) }
}

/** Whether an address lies in a network; IPv4 never lies in an IPv6 network. */
export function contains(network: Network, address: Address): boolean {
  const words = addressWords(address)
  return words !== undefined && containsWords(network, words)
}

/** The same for the words of an address, for whoever asks about many networks. */
export function containsWords(network: Network, words: readonly number[]): boolean {
  if (words.length !== network.words.length) return false
  for (let index = 0, bits = network.bits; bits > 0; index++, bits -= 16) {
    const mask = bits >= 16 ? 0xffff : (0xffff << (16 - bits)) & 0xffff
    if ((((words[index] ?? 0) ^ (network.words[index] ?? 0)) & mask) !== 0) return false
  }
  return true
}

/**
 * Networks that are nobody else's: RFC 1918, loopback, link-local, shared address space (RFC 6598) and ULA (RFC 4193).
 * The documentation ranges are not among them.
 */
export const privateNetworks: readonly Network[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '::1/128',
  'fe80::/10',
  'fc00::/7',
].map(text => parseNetwork(text) as Network)

const thisNetwork = parseNetwork('0.0.0.0/8') as Network

/** Whether a host is an address that means nobody on the internet: private, or `0.0.0.0`. */
export function isNobodyElses(host: string): boolean {
  const address = parseAddress(host)
  return (
    address !== undefined && [...privateNetworks, thisNetwork].some(each => contains(each, address))
  )
}
