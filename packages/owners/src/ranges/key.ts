import { type Address, addressWords, parseAddress } from '@redalert/core'

/** An address as 32-bit numbers, the highest first: one of them for IPv4, four for IPv6. */
export type Key = readonly number[]

/** How many 32-bit numbers a key has. */
export type Width = 1 | 4

/** The key of an address. */
export function keyOf(address: Address): Key {
  const words = addressWords(address) ?? []
  const key: number[] = []
  for (let at = 0; at < words.length; at += 2) {
    key.push((((words[at] ?? 0) << 16) | (words[at + 1] ?? 0)) >>> 0)
  }
  return key
}

/** The address that a key stands for. */
export function addressOf(key: Key): Address {
  const words = key.flatMap(word => [word >>> 16, word & 0xffff])
  const text =
    key.length === 1
      ? words.flatMap(word => [word >>> 8, word & 0xff]).join('.')
      : words.map(word => word.toString(16)).join(':')
  // A key of IPv4-mapped IPv6 names the IPv4 address, as everywhere.
  return parseAddress(text) as Address
}

/** Below zero when one key comes before the other, zero when they are the same. */
export function compareKeys(one: Key, other: Key): number {
  for (let at = 0; at < one.length; at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The key before this one, or undefined when it is the very first. */
export function keyBefore(key: Key): Key | undefined {
  const before = [...key]
  for (let at = key.length - 1; at >= 0; at--) {
    const word = before[at] ?? 0
    before[at] = word === 0 ? 0xffff_ffff : word - 1
    if (word !== 0) return before
  }
  return undefined
}

/** The key behind this one, or undefined when it is the very last. */
export function keyAfter(key: Key): Key | undefined {
  const after = [...key]
  for (let at = key.length - 1; at >= 0; at--) {
    const word = after[at] ?? 0
    after[at] = word === 0xffff_ffff ? 0 : word + 1
    if (word !== 0xffff_ffff) return after
  }
  return undefined
}
