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
  if (words?.length !== network.words.length) return false
  return words.every((word, index) => {
    const bits = Math.min(16, Math.max(0, network.bits - index * 16))
    const mask = (0xffff << (16 - bits)) & 0xffff
    return (word & mask) === ((network.words[index] ?? 0) & mask)
  })
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
