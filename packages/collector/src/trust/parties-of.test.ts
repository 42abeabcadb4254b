import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Address } from '@redalert/core'
import fc from 'fast-check'
import { addressIn, anySubmitters, submitter, table } from './any-grounds.ts'
import { partiesOf } from './parties-of.ts'
import type { Submitter } from './submitter.ts'
import { trustPolicy } from './trust-policy.ts'

const { prefix } = trustPolicy
const networks = { table, prefix }
const unknown = { table: () => undefined, prefix }
const fresh = { known: false }
const known = { known: true }

const key = (...sentFrom: readonly string[]) => submitter('k', { sentFrom: sentFrom as Address[] })
const mail = (address: string, sentFrom: readonly Address[] = [addressIn(9)]) =>
  submitter(`mailto:${address}`, { kind: 'mail', sentFrom })

const withoutTable: readonly (readonly [address: string, party: string])[] = [
  ['198.51.100.7', 'network:198.51.0.0/16'],
  ['2001:db8:1234::7', 'network:2001:db8::/32'],
]
for (const [address, party] of withoutTable) {
  test(`without a table ${address} is of ${party}`, () =>
    deepEqual(partiesOf(key(address), unknown, fresh), [party]))
}

test('a table says more: the registrant and the AS, and the network where it knows no AS', () => {
  const saying = (known: ReturnType<typeof table>) =>
    partiesOf(key('198.51.100.7'), { table: () => known, prefix }, fresh)
  deepEqual(saying({ registrant: 'ORG-1', as: 64500, network: '198.51.100.0/24' }), [
    'registrant:ORG-1',
    'as:64500',
  ])
  deepEqual(saying({ network: '198.51.100.0/24' }), ['network:198.51.100.0/24'])
  deepEqual(saying({}), ['network:198.51.0.0/16'])
  deepEqual(saying({ registrant: 'ORG-1' }), ['registrant:ORG-1', 'network:198.51.0.0/16'])
})

test('private addresses tell of nobody, and those of whom nothing is known are one', () => {
  deepEqual(partiesOf(key('10.0.0.1', 'fd00::1'), networks, fresh), ['unknown'])
  deepEqual(partiesOf({ ...key(), listens: ['192.168.1.1' as Address] }, networks, fresh), [
    'unknown',
  ])
})

test('what is proven comes first, and a claim does not stand in for it', () => {
  const claiming = { ...key(), listens: [addressIn(3)] }
  deepEqual(partiesOf(claiming, networks, fresh), ['unknown', 'as:3'])
  deepEqual(partiesOf({ ...claiming, sentFrom: [addressIn(7)], batch: 'x' }, networks, fresh), [
    'batch:x',
    'as:7',
    'as:3',
  ])
})

test('the operator is one, and so is everybody who proves nothing', () => {
  for (const kind of ['own', 'anonymous'] as const)
    deepEqual(partiesOf({ ...key('198.51.100.7'), kind }, networks, fresh), [kind])
})

const mailTable: readonly (readonly [what: string, who: Submitter, is: readonly string[]])[] = [
  ['a new address of a free-mail provider is the provider', mail('x@gmail.com'), ['mail:google']],
  ['whatever the domain is called', mail('x@GoogleMail.com.'), ['mail:google']],
  ['or under which name it is served', mail('x@eu.hotmail.com'), ['mail:microsoft']],
  [
    'a new domain is its registrant, and the network it sends from',
    mail('x@a.example.org'),
    ['mail:example.org', 'as:9'],
  ],
  [
    'two parts of a domain are what somebody registered',
    mail('x@a.b.example.org', []),
    ['mail:example.org'],
  ],
  ['unless the two are a registry', mail('x@a.b.example.co.uk', []), ['mail:example.co.uk']],
]
for (const [what, who, is] of mailTable) {
  test(`mail: ${what}`, () => deepEqual(partiesOf(who, networks, fresh), is))
}

test('mail: an address with a history is a party of its own, in whatever spelling', () => {
  deepEqual(partiesOf(mail('X.Y+log@gmail.com'), networks, known), ['mail:xy@google'])
  deepEqual(partiesOf(mail('xy@googlemail.com'), networks, known), ['mail:xy@google'])
  deepEqual(partiesOf(mail('x.y+log@gmx.de'), networks, known), ['mail:x.y@gmx'])
  deepEqual(partiesOf(mail('+log@gmx.de'), networks, known), ['mail:+log@gmx'])
})

test('mail: with a history the host that serves a domain tells nothing more', () => {
  deepEqual(partiesOf(mail('x@example.org'), networks, known), ['mail:example.org'])
})

test('there is always a party, and none twice', () => {
  fc.assert(
    fc.property(anySubmitters, fc.boolean(), (submitters, isKnown) => {
      for (const each of submitters) {
        const parties = partiesOf(each, networks, { known: isKnown })
        ok(parties.length > 0)
        equal(new Set(parties).size, parties.length)
      }
    }),
  )
})
