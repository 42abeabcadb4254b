import { deepEqual, equal, ok } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Address, parseAddress } from '@redalert/core'
import { loadBulk } from '@redalert/owners'
import { testFolder } from '../serve/any-collector.ts'
import { submitter } from '../trust/any-grounds.ts'
import { partiesOf } from '../trust/parties-of.ts'
import { trustPolicy } from '../trust/trust-policy.ts'
import { networkTable } from './network-table.ts'
import { ownersFolder } from './owner-parts.ts'

const at = (text: string) => parseAddress(text) as Address

test('the networks that an operator loaded tell which addresses are one party', async () => {
  const folder = testFolder()
  equal(networkTable(folder)(at('192.0.2.1')), undefined)
  const file = join(folder, 'asn.csv')
  writeFileSync(
    file,
    '192.0.2.0,192.0.2.127,64500,"Example"\n192.0.2.128,192.0.2.255,64501,"Other"\n',
  )
  for await (const _ of loadBulk([file], ownersFolder(folder), { now: Date.now })) continue
  const table = networkTable(folder)
  deepEqual(table(at('192.0.2.1')), { as: 64500 })
  deepEqual(table(at('192.0.2.200')), { as: 64501 })
  equal(table(at('198.51.100.1')), undefined)
})

test('the dump of a registry tells the registrant too, whoever announces the network', async () => {
  const folder = testFolder()
  const dump = join(folder, 'ripe.db')
  const network = (range: string, org: string) =>
    `inetnum: ${range}\n${org === '' ? '' : `org: ${org}\n`}status: ASSIGNED PA\nsource: RIPE\n\n`
  writeFileSync(
    dump,
    network('192.0.2.0 - 192.0.2.127', 'ORG-A-RIPE') +
      network('198.51.100.0 - 198.51.100.255', 'ORG-A-RIPE') +
      network('203.0.113.0 - 203.0.113.255', '') +
      'route: 192.0.2.0/24\norigin: AS64500\nsource: RIPE\n\n' +
      'organisation: ORG-A-RIPE\norg-name: Example Hosting\nsource: RIPE\n',
  )
  const announced = join(folder, 'asn.csv')
  writeFileSync(announced, '198.51.100.0,198.51.100.255,64501,"Other"\n')
  for await (const _ of loadBulk([dump, announced], ownersFolder(folder), { now: Date.now }))
    continue
  const table = networkTable(folder)
  deepEqual(table(at('192.0.2.1')), { as: 64500, registrant: 'example hosting' })
  deepEqual(table(at('198.51.100.1')), { as: 64501, registrant: 'example hosting' })
  equal(table(at('203.0.113.1')), undefined)

  const { prefix } = trustPolicy
  const parties = (text: string) =>
    partiesOf(submitter('k', { sentFrom: [at(text)] }), { table, prefix }, { known: false })
  const [one, other] = [parties('192.0.2.1'), parties('198.51.100.1')]
  ok(
    one.some(party => other.includes(party)),
    'in two networks they are one',
  )
  deepEqual(parties('203.0.113.1'), ['network:203.0.0.0/16'])
})
