import { deepEqual, equal } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Address, parseAddress } from '@redalert/core'
import { loadBulk } from '../bulk/load-bulk.ts'
import { openBulk } from '../bulk/open-bulk.ts'
import { rangeCache } from '../cache/range-cache.ts'
import { exerciseNeverList } from '../never/never-list.ts'
import { openOwners } from '../open-owners.ts'
import { readOverrides } from '../override/read-overrides.ts'
import { owner } from '../owner.ts'

const base = mkdtempSync(join(tmpdir(), 'redalert-above-'))
after(() => rmSync(base, { recursive: true }))

const dump = `
inetnum:        198.51.0.0 - 198.51.255.255
netname:        CARRIER
status:         ALLOCATED PA
country:        NL
org:            ORG-CARRIER
mnt-by:         RIPE-NCC-HM-MNT
source:         RIPE

inetnum:        198.51.100.0 - 198.51.100.255
netname:        CUSTOMER
status:         ASSIGNED PA
country:        NL
abuse-c:        CUST-RIPE
source:         RIPE

inetnum:        198.51.101.0 - 198.51.101.255
netname:        SILENT
status:         ASSIGNED PA
country:        NL
source:         RIPE

inetnum:        192.0.2.0 - 192.0.2.255
netname:        OWN
status:         ASSIGNED PI
country:        NL
abuse-c:        CUST-RIPE
source:         RIPE

route:          192.0.2.0/24
origin:         AS64500
source:         RIPE

aut-num:        AS64500
abuse-c:        TRAN-RIPE
source:         RIPE

organisation:   ORG-CARRIER
abuse-c:        CARR-RIPE
source:         RIPE

role:           Customer desk
abuse-mailbox:  abuse@customer.example.org
nic-hdl:        CUST-RIPE
source:         RIPE

role:           Carrier desk
abuse-mailbox:  abuse@carrier.example.org
nic-hdl:        CARR-RIPE
source:         RIPE

role:           Transit desk
abuse-mailbox:  abuse@transit.example.org
nic-hdl:        TRAN-RIPE
source:         RIPE
`

async function asked(address: string, { overrides = '', data = '' } = {}) {
  const folder = mkdtempSync(join(base, 'data-'))
  const file = join(folder, 'ripe.db')
  writeFileSync(file, data)
  if (data !== '')
    for await (const _ of loadBulk([file], folder, { now: () => Date.now() })) continue
  const parts = openOwners({
    never: exerciseNeverList(),
    cache: rangeCache({ now: Date.now, random: () => 0.5 }),
    now: Date.now,
    random: () => 0.5,
    sleep: async () => undefined,
    overrides: readOverrides(overrides, 'a list'),
    ...(data !== '' && { bulk: openBulk(folder) }),
  })
  for await (const found of owner([parseAddress(address) as Address], parts)) {
    if (found.kind !== 'owner') return [found.kind]
    return [found.contact.mailbox, parts.above?.(found)?.mailbox]
  }
  return []
}

test('above a customer stands the holder of the network around theirs', async () => {
  deepEqual(await asked('198.51.100.7', { data: dump }), [
    'abuse@customer.example.org',
    'abuse@carrier.example.org',
  ])
})

test('whoever is told already is not above themselves', async () => {
  deepEqual(await asked('198.51.101.7', { data: dump }), ['abuse@carrier.example.org', undefined])
})

test('above whoever holds addresses of their own stands who announces them', async () => {
  deepEqual(await asked('192.0.2.7', { data: dump }), [
    'abuse@customer.example.org',
    'abuse@transit.example.org',
  ])
})

test("whom the operator names for a wider network comes before a registry's word", async () => {
  const overrides = `
198.51.100.0/25  abuse@one.example
198.51.100.0/24  stop
198.51.96.0/20   abuse@wide.example
198.51.0.0/16    abuse@wider.example
`
  deepEqual(await asked('198.51.100.7', { overrides, data: dump }), [
    'abuse@one.example',
    'abuse@wide.example',
  ])
})

test('where nobody knows better, nobody is above', async () => {
  const overrides = '192.0.2.0/24 abuse@one.example'
  deepEqual(await asked('192.0.2.7', { overrides }), ['abuse@one.example', undefined])
  equal((await asked('203.0.113.7', { overrides }))[0], 'unroutable')
})
