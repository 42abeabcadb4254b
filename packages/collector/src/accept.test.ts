import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '@redalert/core'
import { accept, type Problem } from './accept.ts'
import type { Arrival } from './arrival.ts'
import { memoryStore } from './store/memory/memory-store.ts'
import type { Store } from './store/store.ts'
import { readArrival } from './reading/read-arrival.ts'

const arrival: Arrival = {
  at: '2026-11-25T00:00:00Z' as Instant,
  way: 'http',
  submitter: 'alice',
  proof: 'key',
  shape: 'body',
  hints: {},
  answerTo: 'owner@example.org',
  body: Buffer.from(
    '192.0.2.7 - - [19/Jul/2001:16:08:00 +0200] "GET /scripts/root.exe?/c+dir HTTP/1.0" 404 283\n',
  ),
}

const begin = (store: Store, problems: Problem[] = []) =>
  accept({
    store,
    read: readArrival,
    profile: 'exercise',
    answer: () => undefined,
    report: problem => problems.push(problem),
  })

test('when settling fails it is repeated, and what was told is not told twice', async () => {
  await using store = memoryStore({ newId: () => 'id' })
  const problems: Problem[] = []
  let isBroken = true
  const failing: Store = {
    ...store,
    settle(sequence, letter) {
      const wasBroken = isBroken
      isBroken = false
      if (wasBroken) throw new Error('no room')
      store.settle(sequence, letter)
    },
  }
  await store.keep(arrival)
  await using accepting = begin(failing, problems)
  const receipt = await accepting.receipt('id', 100)
  deepEqual(receipt?.account?.hosts, { new: 1, known: 0 })
  for (let wait = 0; wait < 100 && store.unsettled(9).length > 0; wait++) {
    await new Promise(resolve => {
      setTimeout(resolve, 100)
    })
  }
  deepEqual(store.unsettled(9), [])
  deepEqual(store.receipt('id'), receipt)
  equal(problems.length, 1)
})

test('what was read and not settled when it stopped is settled when it starts', async () => {
  await using store = memoryStore({ newId: () => 'id' })
  await store.keep(arrival)
  const told = await readArrival(
    { shape: 'body', hints: {}, body: arrival.body },
    { now: arrival.at, profile: 'exercise' },
  )
  await store.project([{ sequence: 1, submitter: 'alice', told }])
  equal(store.unsettled(9).length, 1)
  await using _accepting = begin(store)
  await new Promise(resolve => {
    setImmediate(resolve)
  })
  deepEqual(store.unsettled(9), [])
})
