import { deepEqual, equal, match } from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Instant, Source, Status } from '@redalert/core'
import { openLedger } from '../ledger/open-ledger.ts'
import { aliceKey, post, startCollector, testFolder } from './any-collector.ts'

const line = (last: number, request: string) =>
  `192.0.2.${last} - - [25/Nov/2026:10:00:0${last % 10} +0000] "${request}" 404 283 "-" "-"\n`
const nimda = (last: number) => line(last, 'GET /scripts/root.exe?/c+dir HTTP/1.0')
const at = '2026-11-25T12:00:00Z' as Instant
const clock = () => Date.parse(at)

async function ask(url: string, key?: string) {
  const response = await fetch(`${url}/api/v1/status`, {
    headers: { connection: 'close', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
  })
  return { status: response.status, body: (await response.json()) as Status & { detail?: string } }
}

test("a submitter is told what became of the machines they told of, and of nobody else's", async () => {
  const folder = testFolder()
  await using collector = await startCollector({ folder, clock })
  deepEqual((await ask(collector.url, aliceKey)).body.all, { hosts: 0, told: 0, states: {} })
  await post(collector, [1, 2, 3].map(nimda).join(''), { key: aliceKey })
  await post(collector, nimda(9), { key: '' })
  await collector.decided()
  const before = await ask(collector.url, aliceKey)
  equal(before.status, 200)
  const [family] = before.body.families
  deepEqual(before.body, {
    kind: 'status',
    schema: 1,
    submitter: 'alice',
    at,
    all: { hosts: 3, told: 0, states: { suspected: 3 } },
    families: [{ family: family!.family, hosts: 3, told: 0, states: { suspected: 3 } }],
  })
  {
    using ledger = openLedger(join(folder, 'cases.db'))
    for (const last of [1, 2, 9]) {
      const host = { source: `192.0.2.${last}` as Source, family: family!.family, at }
      ledger.book.append([
        {
          of: 'host',
          event: { ...host, kind: 'seen', first: at, last: at, grade: 'infected', may: 'ask' },
        },
        {
          of: 'host',
          event: { ...host, kind: 'told', rung: 'owner', contact: 'abuse@example.net' },
        },
      ])
      if (last === 2) ledger.book.append([{ of: 'host', event: { ...host, kind: 'disputed' } }])
    }
  }
  const told = (await ask(collector.url, aliceKey)).body
  deepEqual(told.all, { hosts: 3, told: 2, states: { disputed: 1, suspected: 1, told: 1 } })
})

test('whoever has no key, or one that opens nothing, is told nothing', async () => {
  await using collector = await startCollector({ clock })
  const none = await ask(collector.url)
  equal(none.status, 401)
  match(none.body.detail ?? '', /send the key that you submit with/)
  equal((await ask(collector.url, `ra_${'b'.repeat(12)}_${'22ce'.repeat(10)}`)).status, 401)
})

test('a submitter of more machines than are looked at in one piece has all of them counted', async () => {
  await using collector = await startCollector({ clock })
  const log = Array.from(
    { length: 1200 },
    (_, index) =>
      `198.51.${100 + Math.floor(index / 250)}.${1 + (index % 250)} - - [25/Nov/2026:10:00:00 +0000] "GET /scripts/root.exe?/c+dir HTTP/1.0" 404 283 "-" "-"\n`,
  ).join('')
  await post(collector, log, { key: aliceKey })
  await collector.decided()
  equal((await ask(collector.url, aliceKey)).body.all.hosts, 1200)
})
