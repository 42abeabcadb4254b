import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Address, Instant } from '@redalert/core'
import fc from 'fast-check'
import type { KeptKey } from './kept-key.ts'
import { memorySubmitterBook } from './memory-submitter-book.ts'
import type { SubmitterEvent } from './step-submitter.ts'
import type { SubmitterBook } from './submitter-book.ts'
import { submitterOf } from './submitter-of.ts'

const early = '2001-07-19T00:00:00Z' as Instant
const late = '2001-07-20T00:00:00Z' as Instant
const met = (name: string): SubmitterEvent => ({
  kind: 'met',
  name,
  as: 'key',
  at: early,
  batch: null,
})
const key = (id: string, submitter = 'a'): KeptKey => ({
  id,
  hash: `hash of ${id}`,
  submitter,
  scopes: ['submit', 'read'],
  made: early,
  lastUsed: null,
  revoked: false,
})

const names = ['a', 'b', 'mailto:c@example.org']
const anyName = fc.constantFrom(...names)
const anyAddress = fc.nat(9).map(last => `198.51.100.${last}` as Address)
const anyEvent: fc.Arbitrary<SubmitterEvent> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('met'),
      name: anyName,
      as: fc.constantFrom('key', 'mail', 'own', 'anonymous'),
      at: fc.constantFrom(early, late),
      batch: fc.constantFrom(null, 'x'),
    },
    { noNullPrototype: true },
  ),
  fc.record(
    {
      kind: fc.constant('came'),
      name: anyName,
      from: fc.option(anyAddress, { nil: null }),
      listens: fc.array(anyAddress, { maxLength: 3 }),
    },
    { noNullPrototype: true },
  ),
  fc.record(
    { kind: fc.constantFrom('vetted', 'unvetted', 'revoked', 'restored'), name: anyName },
    { noNullPrototype: true },
  ),
)

/** What every book of submitters must do. `open` gives an empty one. */
export function submitterBookContract(engine: string, open: () => SubmitterBook): void {
  test(`${engine}: it holds what happened to everybody, as the steps say`, () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), events => {
        const [book, model] = [open(), memorySubmitterBook()]
        for (const event of events) equal(book.record(event), model.record(event))
        deepEqual([...book.submitters()], [...model.submitters()])
        for (const name of names) deepEqual(book.submitter(name), model.submitter(name))
      }),
      { numRuns: 50 },
    )
  })

  test(`${engine}: nobody is known before they are met`, () => {
    const book = open()
    equal(book.record({ kind: 'vetted', name: 'a' }), false)
    equal(book.addKey(key('1')), false)
    equal(book.addAddress('a', 'a@example.org'), false)
    deepEqual([...book.submitters()], [])
    deepEqual(
      [book.submitter('a'), book.key('1'), book.enrolledWith('a@example.org')],
      [undefined, undefined, undefined],
    )
  })

  test(`${engine}: a key is kept once, and of each submitter all are shown`, () => {
    const book = open()
    book.record(met('a'))
    book.record(met('b'))
    equal(book.addKey(key('2')), true)
    equal(book.addKey(key('1')), true)
    equal(book.addKey(key('3', 'b')), true)
    equal(book.addKey(key('2')), true)
    equal(book.addKey({ ...key('2'), hash: 'of another' }), false)
    equal(book.addKey({ ...key('2'), submitter: 'b' }), false)
    deepEqual(book.key('2'), key('2'))
    deepEqual(book.keys('a'), [key('1'), key('2')])
    deepEqual(book.keys('nobody'), [])
  })

  test(`${engine}: the last use of a key is the latest`, () => {
    const book = open()
    book.record(met('a'))
    book.addKey(key('1'))
    for (const at of [early, late, early]) book.useKey('1', at)
    book.useKey('unknown', late)
    deepEqual(book.keys('a'), [{ ...key('1'), lastUsed: late }])
  })

  test(`${engine}: what is revoked stays so, whatever comes again`, () => {
    const book = open()
    book.record(met('a'))
    book.addKey(key('1'))
    equal(book.revokeKey('unknown'), false)
    equal(book.revokeKey('1'), true)
    equal(book.revokeKey('1'), true)
    book.addKey(key('1'))
    book.useKey('1', late)
    deepEqual(book.key('1'), { ...key('1'), revoked: true, lastUsed: late })
  })

  test(`${engine}: a mail address is one submitter's, in whatever case`, () => {
    const book = open()
    book.record(met('a'))
    book.record(met('b'))
    equal(submitterOf('Logs@Example.org', book), 'mailto:logs@example.org')
    equal(book.addAddress('a', 'Logs@Example.org'), true)
    equal(book.addAddress('a', 'logs@example.org'), true)
    equal(book.addAddress('b', 'LOGS@example.org'), false)
    equal(submitterOf('logs@EXAMPLE.org', book), 'a')
    book.removeAddress('LOGS@example.org')
    book.removeAddress('logs@example.org')
    equal(book.enrolledWith('logs@example.org'), undefined)
  })
}
