import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Instant, Receipt, Status } from '@redalert/core'
import { lifeStates } from '../cases/life/host-life.ts'
import { unpackCells } from '../told/unpack-cells.ts'
import { readArrival } from './read-arrival.ts'

const page = readFileSync(join(import.meta.dirname, '../../../../docs/protocol.md'), 'utf8')
const [status = '', submission = '', receipt = ''] = [...page.matchAll(/```json\n([^]*?)```/g)].map(
  ([, json]) => json ?? '',
)
const at = { now: '2026-11-25T00:00:00Z' as Instant, profile: 'exercise' } as const

test('the submission in docs/protocol.md is taken, and its identity is what it says', async () => {
  const told = await readArrival({ shape: 'body', hints: {}, body: Buffer.from(submission) }, at)
  deepEqual([told.account.accepted, told.account.refused], [1, []])
  const [cell] = unpackCells(told.cells)
  const line = cell?.evidence[0]?.text ?? ''
  const read = await readArrival({ shape: 'body', hints: {}, body: Buffer.from(line) }, at)
  deepEqual(unpackCells(read.cells)[0]?.identities, cell?.identities)
})

test('the status in docs/protocol.md adds up, and names every state', () => {
  const { all, families } = JSON.parse(status) as Status
  for (const { hosts, told, states } of [all, ...families]) {
    equal(
      Object.values(states).reduce((sum, count) => sum + count, 0),
      hosts,
    )
    ok(told <= hosts)
  }
  for (const state of lifeStates) ok(page.includes(`\`${state}\``), state)
})

test('the receipt in docs/protocol.md adds up as it says', () => {
  const { account } = JSON.parse(receipt) as Receipt
  ok(account)
  const { accepted, other, skipped, contacts, refused } = account
  const taken = accepted + other + skipped + contacts
  equal(taken + refused.reduce((sum, { count }) => sum + count, 0), account.units)
})
