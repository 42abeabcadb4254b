import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Address } from '@redalert/core'
import fc from 'fast-check'
import { anyAddress, anyKey, numberOf } from './any-range.ts'
import { addressOf, compareKeys, keyAfter, keyBefore, keyOf, type Width } from './key.ts'

const widths: readonly Width[] = [1, 4]

test('an address has its numbers, the highest first', () => {
  deepEqual(keyOf('192.0.2.7' as Address), [0xc000_0207])
  deepEqual(keyOf('2001:db8::1:0:7' as Address), [0x2001_0db8, 0, 1, 7])
})

for (const width of widths) {
  test(`an address comes back from its key (${width * 32} bits)`, () => {
    fc.assert(fc.property(anyAddress(width), address => equal(addressOf(keyOf(address)), address)))
  })

  test(`keys are in the order of their numbers (${width * 32} bits)`, () => {
    fc.assert(
      fc.property(anyKey(width), anyKey(width), (one, other) => {
        const [mine, yours] = [numberOf(one), numberOf(other)]
        equal(Math.sign(compareKeys(one, other)), mine < yours ? -1 : mine > yours ? 1 : 0)
      }),
    )
  })

  test(`the keys around a key differ by one (${width * 32} bits)`, () => {
    fc.assert(
      fc.property(anyKey(width), key => {
        const [before, after] = [keyBefore(key), keyAfter(key)]
        if (before) equal(numberOf(before), numberOf(key) - 1n)
        else equal(numberOf(key), 0n)
        if (after) equal(numberOf(after), numberOf(key) + 1n)
        else equal(numberOf(key), (1n << BigInt(width * 32)) - 1n)
      }),
    )
  })
}
