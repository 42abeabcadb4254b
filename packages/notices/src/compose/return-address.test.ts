import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromBase32, toBase32 } from './base32.ts'
import { readReturnAddress, returnAddress } from './return-address.ts'

const settings = { prefix: 'b', domain: 'bounce.example.org', key: Buffer.from('a key of ours') }
const anyToken = fc.uint8Array({ minLength: 16, maxLength: 16 })

test('a token comes back from its address, in capitals too', () => {
  fc.assert(
    fc.property(anyToken, token => {
      const address = returnAddress(token, settings)
      deepEqual(readReturnAddress(address, settings), token)
      deepEqual(readReturnAddress(address.toUpperCase(), settings), token)
      ok(address.indexOf('@') <= 64)
    }),
  )
})

test('an address that was changed, or made with another key or for something else, gives nothing', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567'
  fc.assert(
    fc.property(
      anyToken,
      fc.integer({ min: 2, max: 43 }),
      fc.constantFrom(...letters),
      (token, at, letter) => {
        const address: string = returnAddress(token, settings)
        const changed = address.slice(0, at) + letter + address.slice(at + 1)
        if (changed !== address) equal(readReturnAddress(changed, settings), undefined)
        equal(readReturnAddress(address, { ...settings, key: Buffer.from('another') }), undefined)
        equal(readReturnAddress(address, { ...settings, prefix: 'case' }), undefined)
        equal(readReturnAddress(address, { ...settings, domain: 'example.org' }), undefined)
        equal(
          readReturnAddress(address.replace('b-', 'case-'), { ...settings, prefix: 'case' }),
          undefined,
        )
      },
    ),
  )
})

test('anything else is no address of ours', () => {
  fc.assert(fc.property(fc.string(), text => equal(readReturnAddress(text, settings), undefined)))
  throws(() => returnAddress(new Uint8Array(3), settings), RangeError)
})

test('base 32 gives back the bytes', () => {
  fc.assert(fc.property(fc.uint8Array(), bytes => deepEqual(fromBase32(toBase32(bytes)), bytes)))
  equal(toBase32(Buffer.from('foobar')), 'mzxw6ytboi')
  equal(fromBase32('mzxw6ytbo1'), undefined)
})
