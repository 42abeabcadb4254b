import type { Address } from '@redalert/core'
import fc from 'fast-check'
import { addressOf, type Key, type Width } from './key.ts'
import type { Range } from './range.ts'

/** Numbers that lie close to each other and to every edge, so that ranges nest, touch and overlap. */
const word = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0xffff_ffd8, max: 0xffff_ffff }),
  fc.constantFrom(0x0000_ffff, 0x0001_0000, 0x7fff_ffff, 0x8000_0000),
)

/** A key of a width; IPv6 keys stay out of the block that means IPv4. */
export function anyKey(width: Width): fc.Arbitrary<Key> {
  if (width === 1) return word.map(one => [one])
  return fc.tuple(fc.constantFrom(0x2001_0db8, 0x2001_0db9), fc.constantFrom(0, 1), word, word)
}

/** The keys from which and to which a range goes. */
export function anyKeys(width: Width): fc.Arbitrary<{ readonly start: Key; readonly end: Key }> {
  return fc.tuple(anyKey(width), anyKey(width)).map(([one, other]) => {
    const isForward = numberOf(one) <= numberOf(other)
    return { start: isForward ? one : other, end: isForward ? other : one }
  })
}

/** An address near those that {@link anyRange} makes. */
export function anyAddress(width: Width): fc.Arbitrary<Address> {
  return anyKey(width).map(addressOf)
}

/** A range that has company. */
export function anyRange(width: Width): fc.Arbitrary<Range> {
  return anyKeys(width).map(({ start, end }) => ({ start: addressOf(start), end: addressOf(end) }))
}

/** A key as one number, the slow and certain way. */
export function numberOf(key: Key): bigint {
  return key.reduce((number, part) => (number << 32n) | BigInt(part), 0n)
}
