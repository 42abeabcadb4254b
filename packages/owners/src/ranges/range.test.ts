import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { type Address, contains, parseNetwork } from '@redalert/core'
import fc from 'fast-check'
import { anyAddress } from './any-range.ts'
import { blockOf, inOneBlock } from './block.ts'
import { holds, parseRange, rangeOf, type Range } from './range.ts'

const read: readonly (readonly [text: string, start: string, end: string])[] = [
  ['192.0.2.0 - 192.0.2.255', '192.0.2.0', '192.0.2.255'],
  ['192.0.2.0-192.0.3.7', '192.0.2.0', '192.0.3.7'],
  ['192.0.2.77/24', '192.0.2.0', '192.0.2.255'],
  ['192.0.2.7', '192.0.2.7', '192.0.2.7'],
  ['0.0.0.0/0', '0.0.0.0', '255.255.255.255'],
  ['2001:db8::/33', '2001:db8::', '2001:db8:7fff:ffff:ffff:ffff:ffff:ffff'],
  ['2001:0DB8:: - 2001:db8::ffff', '2001:db8::', '2001:db8::ffff'],
]
for (const [text, start, end] of read)
  test(`reads ${text}`, () => deepEqual(parseRange(text), { start, end }))

const refused = [
  '',
  '-',
  '192.0.2.9 - 192.0.2.1',
  '192.0.2.0 - 2001:db8::',
  '192.0.2/24',
  '192.0.2.0/24 - 192.0.2.9',
  '192.000.002.000 - 192.0.2.255',
  '::fffe:0:0/95',
]
for (const text of refused)
  test(`refuses "${text}" as a range`, () => equal(parseRange(text), undefined))

test('a range of a network holds what the network contains, and nothing else', () => {
  for (const width of [1, 4] as const) {
    const prefix = fc.integer({ min: 0, max: width * 32 })
    fc.assert(
      fc.property(anyAddress(width), prefix, anyAddress(width), (base, bits, address) => {
        const network = parseNetwork(`${base}/${bits}`)!
        equal(holds(rangeOf(network)!, address), contains(network, address))
      }),
    )
  }
})

const blocks: readonly (readonly [start: string, end: string, one: boolean])[] = [
  ['192.0.2.0', '192.0.2.255', true],
  ['192.0.2.255', '192.0.3.0', false],
  ['2001:db8:1::', '2001:db8:1:ffff:ffff:ffff:ffff:ffff', true],
  ['2001:db8:1::', '2001:db8:2::', false],
]
for (const [start, end, one] of blocks)
  test(`${start} to ${end} ${one ? 'lies' : 'does not lie'} in one block`, () =>
    equal(inOneBlock({ start, end } as Range), one))

test('a block is named by its first address', () => {
  equal(blockOf('192.0.2.77' as Address), '192.0.2.0/24')
  equal(blockOf('2001:db8:1:2::3' as Address), '2001:db8:1::/48')
})
