import { type Address, type Network, parseAddress, parseNetwork } from '@redalert/core'
import { addressOf, compareKeys, keyOf } from './key.ts'

/** The addresses from one to another, both among them: what registries hand out is not always what CIDR can say. */
export type Range = { readonly start: Address; readonly end: Address }

/** Reads `192.0.2.0 - 192.0.2.255`, a network or one address; undefined when the text is none, or runs backwards. */
export function parseRange(text: string): Range | undefined {
  const dash = text.indexOf('-')
  if (dash === -1) {
    const network = parseNetwork(text.trim())
    return network && rangeOf(network)
  }
  return rangeBetween(text.slice(0, dash).trim(), text.slice(dash + 1).trim())
}

/** The range between two addresses; undefined when they are none, of different kinds, or in the wrong order. */
export function rangeBetween(start: string, end: string): Range | undefined {
  const [first, last] = [parseAddress(start), parseAddress(end)]
  if (!first || !last) return undefined
  const [from, to] = [keyOf(first), keyOf(last)]
  if (from.length !== to.length || compareKeys(from, to) > 0) return undefined
  return { start: first, end: last }
}

/** The range of a network; bits behind the prefix are ignored. */
export function rangeOf(network: Network): Range | undefined {
  const size = network.words.length * 16
  // An IPv6 prefix that covers the IPv4-mapped block and more is no range of one kind of address.
  const masked = network.words.map((word, at) => word & maskOf(network.bits - at * 16))
  const filled = masked.map((word, at) => word | (0xffff ^ maskOf(network.bits - at * 16)))
  const range = { start: addressOf(join(masked)), end: addressOf(join(filled)) }
  return keyOf(range.start).length * 32 === size && keyOf(range.end).length * 32 === size
    ? range
    : undefined
}

/** Whether an address lies in a range. */
export function holds(range: Range, address: Address): boolean {
  const [key, start, end] = [keyOf(address), keyOf(range.start), keyOf(range.end)]
  if (key.length !== start.length) return false
  return compareKeys(start, key) <= 0 && compareKeys(key, end) <= 0
}

/** A range as people write it: one address alone, else `192.0.2.0 - 192.0.2.255`. */
export function rangeText({ start, end }: Range): string {
  return start === end ? start : `${start} - ${end}`
}

function maskOf(bits: number): number {
  return (0xffff << (16 - Math.min(16, Math.max(0, bits)))) & 0xffff
}

function join(words: readonly number[]): number[] {
  const key: number[] = []
  for (let at = 0; at < words.length; at += 2) {
    key.push((((words[at] ?? 0) << 16) | (words[at + 1] ?? 0)) >>> 0)
  }
  return key
}
