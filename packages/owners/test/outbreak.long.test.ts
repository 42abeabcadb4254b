import { deepEqual, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { asnTableFolder } from './asn-table.ts'
import { noTable, outbreak } from './outbreak.ts'

/** As many as Code Red infected in fourteen hours. */
const hosts = 359_000
const table = asnTableFolder()

test('359,000 hosts cost at most 75,000 questions in the first pass, and the rest is listed', async t => {
  if (table === undefined) return t.skip(noTable)
  const counts = await outbreak({ table, hosts, questions: 75_000 })
  t.diagnostic(JSON.stringify(counts))
  ok(counts.asked <= 75_000)
  deepEqual([counts.all, counts.named, counts.waiting, counts.wrong], [hosts, hosts, 0, 0])
  // Next to no question is asked for a network that is known already.
  ok(counts.firstAsked <= counts.networks * 1.01)
  // Whoever stands in a block for which nobody asked is named provisionally, and his question is listed.
  ok(counts.provisional >= counts.listed && counts.listed > 0)
})

test('359,000 hosts cost no question where the dumps are loaded', async t => {
  if (table === undefined) return t.skip(noTable)
  const bulk = mkdtempSync(join(tmpdir(), 'redalert-outbreak-'))
  try {
    const counts = await outbreak({ table, hosts, questions: 75_000, bulk })
    t.diagnostic(JSON.stringify(counts))
    deepEqual([counts.asked, counts.named, counts.provisional, counts.wrong], [0, hosts, 0, 0])
  } finally {
    rmSync(bulk, { recursive: true })
  }
})
