import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { Address, Instant } from '@redalert/core'
import type { Mailbox } from '../model/mailbox.ts'
import type { Range } from '../ranges/range.ts'
import { tellOwner } from './tell-owner.ts'

const address = '192.0.2.7' as Address
const candidate = (mailbox: string) => ({
  mailbox: mailbox as Mailbox,
  score: 100,
  reason: 'its only role is abuse (+100)',
  source: 'rdap' as const,
  path: 'network NET-1 > DESK',
})
const held = {
  range: { start: '192.0.2.0', end: '192.0.2.255' } as Range,
  source: 'rdap' as const,
  registry: 'ripe',
  name: 'EXAMPLE',
  country: 'NL',
}

test('says whom to tell first, then why, then what to mind', () => {
  deepEqual(
    tellOwner({
      kind: 'owner',
      address,
      ...held,
      contact: candidate('abuse@example.org'),
      candidates: [candidate('abuse@example.org'), candidate('noc@example.org')],
      provisional: true,
      queued: true,
      stale: false,
      handling: { action: 'hold', reason: 'a content network' },
      origin: { asn: 64_500, name: 'Example', asOf: '2026-06-17', attribution: 'somebody' },
    }),
    [
      '192.0.2.7  abuse@example.org',
      '  network  192.0.2.0 - 192.0.2.255 (EXAMPLE, NL), ripe by rdap',
      '  origin   AS64500 Example (as of 2026-06-17; somebody)',
      '  why      network NET-1 > DESK',
      '           its only role is abuse (+100)',
      '  also     noc@example.org (network NET-1 > DESK: its only role is abuse (+100))',
      '  note     a customer of this network may be the owner: nobody was asked about this very address',
      '  note     a person decides: a content network',
    ],
  )
})

test('says why nobody is named', () => {
  deepEqual(tellOwner({ kind: 'never', address, reason: 'it is private' }), [
    '192.0.2.7  is never told: it is private',
  ])
  deepEqual(tellOwner({ kind: 'alarm', address, reason: 'it is ours' }), [
    '192.0.2.7  ALARM: it is ours',
  ])
  deepEqual(
    tellOwner({
      kind: 'queued',
      address,
      registry: 'lacnic',
      hosts: 3,
      reason: 'lacnic is busy',
      until: '2026-11-01T13:00:00Z' as Instant,
    }),
    ['192.0.2.7  waits for lacnic, not before 2026-11-01T13:00:00Z: lacnic is busy'],
  )
  deepEqual(
    tellOwner({
      kind: 'unroutable',
      address,
      ...held,
      candidates: [candidate('noc@example.org')],
      reason: 'no source names anybody',
    }),
    [
      '192.0.2.7  nobody can be told: no source names anybody',
      '  network  192.0.2.0 - 192.0.2.255 (EXAMPLE, NL), ripe by rdap',
      '  named    noc@example.org (network NET-1 > DESK: its only role is abuse (+100))',
    ],
  )
})
