import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import type { Instant } from '@redalert/core'
import fc from 'fast-check'
import { memorySubmitterBook } from '../trust/memory-submitter-book.ts'
import { keyBytes, newKey } from './new-key.ts'
import { openWith } from './open-with.ts'

const now = '2001-07-19T00:00:00Z' as Instant

function made(bytes: Uint8Array = randomBytes(keyBytes)) {
  const book = memorySubmitterBook()
  book.record({ kind: 'met', name: 'a', as: 'key', at: now, batch: null })
  const { text, kept } = newKey({ submitter: 'a', scopes: ['submit', 'read'] }, now, bytes)
  ok(book.addKey(kept))
  return { text, kept, book }
}
const refused = (because: string) => ({ kind: 'refused', because })

test('a key opens what it was made for, and nothing else', () => {
  const { text, kept, book } = made()
  deepEqual(openWith(text, 'submit', book), { kind: 'opened', key: kept })
  deepEqual(openWith(text, 'read', book), { kind: 'opened', key: kept })
  deepEqual(openWith(text, 'admin', book), refused('scope'))
})

test('it opens nothing when it, or whose it is, is revoked', () => {
  const { text, kept, book } = made()
  book.record({ kind: 'revoked', name: 'a' })
  deepEqual(openWith(text, 'submit', book), refused('revoked'))
  book.record({ kind: 'restored', name: 'a' })
  equal(openWith(text, 'submit', book).kind, 'opened')
  book.revokeKey(kept.id)
  deepEqual(openWith(text, 'submit', book), refused('revoked'))
  deepEqual(openWith(text, 'submit', { ...book, submitter: () => undefined }), refused('revoked'))
})

test('no other text opens it', () => {
  const { text, kept, book } = made()
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, by) => {
      const other = text.slice(0, at) + by + text.slice(at + 1)
      if (other !== text) deepEqual(openWith(other, 'submit', book), refused('unknown'))
    }),
  )
  for (const other of [
    '',
    'ra_',
    kept.hash,
    kept.id,
    `${text}\n`,
    text.toUpperCase(),
    text.slice(16),
    text.slice(0, -1),
  ])
    deepEqual(openWith(other, 'submit', book), refused('unknown'))
})

test('whoever holds no key is not told whether one is revoked', () => {
  const { text, kept, book } = made()
  book.revokeKey(kept.id)
  const other = `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`
  deepEqual(openWith(other, 'submit', book), refused('unknown'))
})

test('a kept key that is broken opens nothing', () => {
  const { text, book } = made()
  for (const hash of ['', 'zz', '00'.repeat(31), '00'.repeat(33)]) {
    const broken = { ...book, key: (id: string) => ({ ...book.key(id)!, hash }) }
    deepEqual(openWith(text, 'submit', broken), refused('unknown'))
  }
})

test('what is kept is the SHA-256 of the key, as redalert.toml has it, and does not hold the secret', () => {
  const { text, kept } = made()
  equal(kept.hash, createHash('sha256').update(text).digest('hex'))
  equal(JSON.stringify(kept).includes(text.slice(16)), false)
})

test('two keys are two', () => {
  ok(made().text !== made().text)
  equal(made(new Uint8Array(keyBytes)).text, `ra_${'0'.repeat(12)}_${'0'.repeat(40)}`)
})

test('a key is made of as many random bytes as it needs', () =>
  throws(() => made(new Uint8Array(keyBytes - 1)), RangeError))
