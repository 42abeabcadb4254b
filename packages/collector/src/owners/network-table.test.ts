import { deepEqual, equal } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Address, parseAddress } from '@redalert/core'
import { loadBulk } from '@redalert/owners'
import { testFolder } from '../serve/any-collector.ts'
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
