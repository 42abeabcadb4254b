import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { asnTableFolder } from './asn-table.ts'
import { noTable, outbreak } from './outbreak.ts'

const hosts = 20_000
const table = asnTableFolder()

test('whoever is not reached waits, no question is asked for a known network, and nobody is named wrongly', async t => {
  if (table === undefined) return t.skip(noTable)
  const counts = await outbreak({ table, hosts, questions: 1000 })
  t.diagnostic(JSON.stringify(counts))
  deepEqual([counts.asked, counts.firstAsked], [1000, 1000])
  ok(counts.waiting > 0)
  deepEqual([counts.all, counts.named + counts.waiting, counts.wrong], [hosts, hosts, 0])
})
