import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import type { Receipt } from '@redalert/core'
import { post, startCollector, type TestCollector } from './any-collector.ts'

let collector: TestCollector
before(async () => {
  collector = await startCollector()
})
after(() => collector[Symbol.asyncDispose]())

const worm = (last: number, second = '00') =>
  `192.0.2.${last} - - [19/Jul/2001:16:08:${second} +0200] "GET /scripts/..%255c../winnt/system32/cmd.exe?/c+dir HTTP/1.0" 404 283 "-" "-"\n`

type Answer = { readonly id: string; readonly again: boolean; readonly receipt: Receipt }

test('a log is taken, and the receipt tells what was found', async () => {
  const body = `${worm(1)}nonsense\n\n${worm(1)}`
  const response = await post(collector, body)
  const answer = (await response.json()) as Answer
  equal(response.status, 202)
  equal(response.headers.get('location'), `/api/v1/submissions/${answer.id}`)
  equal(answer.receipt.sha256, createHash('sha256').update(body).digest('hex'))
  const { account } = answer.receipt
  deepEqual(
    [account?.units, account?.accepted, account?.duplicates, account?.skipped, account?.hosts],
    [4, 2, 1, 1, { new: 1, known: 0 }],
  )
  deepEqual(
    account?.refused.map(({ reason, numbers }) => [reason, numbers]),
    [['no-format', [[2, 2]]]],
  )
  const asked = (await (
    await fetch(`${collector.url}/api/v1/submissions/${answer.id}`)
  ).json()) as Answer
  deepEqual(asked.receipt, answer.receipt)
})

test('the same again changes nothing, and says so', async () => {
  const first = (await (await post(collector, worm(2))).json()) as Answer
  const again = (await (await post(collector, worm(2))).json()) as Answer
  deepEqual([again.id, again.again, first.again], [first.id, true, false])
  const more = (await (await post(collector, worm(2) + worm(2, '01'))).json()) as Answer
  deepEqual(
    [
      more.receipt.account?.accepted,
      more.receipt.account?.duplicates,
      more.receipt.account?.hosts.known,
    ],
    [2, 1, 1],
  )
})

test('a client that does not wait gets its receipt later', async () => {
  const response = await post(collector, worm(3), { headers: { prefer: 'respond-async' } })
  const answer = (await response.json()) as Answer
  equal(response.status, 202)
  const later = await fetch(`${collector.url}/api/v1/submissions/${answer.id}`, {
    headers: { prefer: 'wait=10' },
  })
  equal(((await later.json()) as Answer).receipt.state, 'read')
})

for (const [encoding, body] of [
  ['gzip', gzipSync(worm(4))],
  ['zstd', zstdCompressSync(worm(5))],
  ['identity', Buffer.from(worm(6))],
] as const) {
  test(`a body in ${encoding} is taken`, async () => {
    const response = await post(collector, new Uint8Array(body), {
      headers: { 'content-encoding': encoding },
    })
    const { receipt } = (await response.json()) as Answer
    deepEqual([response.status, receipt.account?.accepted, receipt.account?.repaired], [202, 1, []])
  })
}

test('a zone and a format are taken from the query', async () => {
  const line =
    '[Wed Dec 07 01:10:12 2005] [error] [client 192.0.2.7] File does not exist: /var/www/html/scripts/root.exe\n'
  const without = (await (await post(collector, line)).json()) as Answer
  equal(without.receipt.account?.refused[0]?.reason, 'clock-assumed')
  const zoned = (await (await post(collector, line, { query: '?zone=%2B01:00' })).json()) as Answer
  deepEqual([zoned.receipt.account?.accepted, zoned.again], [1, false])
})

for (const [what, status, options, body] of [
  ['a key nobody has', 401, { key: 'ra_no_such' }, worm(9)],
  [
    'an authorization that is none',
    401,
    { headers: { authorization: 'Basic eDp5' }, key: '' },
    worm(9),
  ],
  ['a parameter nobody knows', 400, { query: '?fromat=iis' }, worm(9)],
  ['a format nobody knows', 400, { query: '?format=xyz' }, worm(9)],
  ['a zone that is none', 400, { query: '?zone=Mars/Base' }, worm(9)],
  ['a sensor with blanks', 400, { query: '?sensor=a%20b' }, worm(9)],
  ['a parameter twice', 400, { query: '?zone=UTC&zone=UTC' }, worm(9)],
  ['an encoding nobody knows', 415, { headers: { 'content-encoding': 'br' } }, worm(9)],
  ['no body', 400, {}, ''],
  ['an idempotency key with blanks', 400, { headers: { 'idempotency-key': 'a b' } }, worm(9)],
  ['more than a body may hold', 413, {}, 'x'.repeat(17 * 1024 * 1024)],
] as const) {
  test(`refused: ${what}`, async () => {
    const response = await post(collector, body, options)
    equal(response.status, status)
    equal(response.headers.get('content-type'), 'application/problem+json')
    const problem = (await response.json()) as { readonly status: number; readonly detail: string }
    equal(problem.status, status)
    ok(problem.detail.length > 5)
  })
}

test('an idempotency key names one body', async () => {
  const headers = { 'idempotency-key': 'once' }
  const first = (await (await post(collector, worm(10), { headers })).json()) as Answer
  const again = (await (await post(collector, worm(10), { headers })).json()) as Answer
  equal(again.id, first.id)
  equal((await post(collector, worm(11), { headers })).status, 422)
})

test('somebody without a key is anonymous, and welcome', async () => {
  const response = await post(collector, worm(12), { key: '' })
  const { receipt } = (await response.json()) as Answer
  deepEqual([response.status, receipt.submitter, receipt.account?.accepted], [202, 'anonymous', 1])
})

test('who comes too often is told when to come back', async () => {
  await using strict = await startCollector({ toml: '[http]\nper_minute = 2' })
  const statuses = []
  for (let count = 0; count < 4; count++)
    statuses.push((await post(strict, worm(13 + count))).status)
  deepEqual(statuses, [202, 202, 429, 429])
  const refused = await post(strict, worm(20))
  match(refused.headers.get('retry-after') ?? '', /^\d+$/)
  equal((await post(strict, worm(21), { key: '' })).status, 202)
})

test('what is packed to burst is kept, and not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(200_000_000))
  const response = await post(collector, new Uint8Array(bomb), {
    headers: { 'content-encoding': 'gzip' },
  })
  const { receipt } = (await response.json()) as Answer
  equal(response.status, 202)
  match(receipt.account?.advice[0] ?? '', /send it in parts/)
})

test('a submission that does not fit the schema is kept, and the sender is told what is wrong', async () => {
  const response = await post(collector, '{"kind":"submission","schema":1,"cells":[{}]}')
  const { receipt } = (await response.json()) as Answer
  match(receipt.account?.advice[0] ?? '', /docs\/protocol\.md/)
})

test('there is nothing at other addresses', async () => {
  for (const path of [
    '/api',
    '/api/v1/submissions',
    '/api/v1/submissions/none',
    '/../../etc/passwd',
    '/redalert.mjs',
    `/${'a'.repeat(5000)}`,
  ]) {
    const response = await fetch(`${collector.url}${path}`)
    ok([404, 405].includes(response.status), `${path} ${response.status}`)
    equal(response.headers.get('content-type'), 'application/problem+json')
    equal(response.headers.get('x-content-type-options'), 'nosniff')
  }
})

test('an operator sees that all is well', async () => {
  equal(await (await fetch(`${collector.url}/healthz`)).text(), 'ok\n')
  equal((await fetch(`${collector.url}/readyz`)).status, 200)
  const metrics = await (await fetch(`${collector.url}/metrics`)).text()
  match(metrics, /^redalert_arrivals_total\{way="http",outcome="kept"\} \d+$/m)
  match(metrics, /^redalert_projected \d+$/m)
})

test('a request that is no HTTP is answered, and forgotten', async () => {
  for (const bytes of [
    '\x16\x03\x01\x02\0',
    'POST /api/v1/submissions HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
  ]) {
    const socket = connect(collector.ports.http!, '127.0.0.1')
    socket.write(bytes, 'latin1')
    const [answer] = (await once(socket, 'data')) as [Buffer]
    match(answer.toString('latin1'), /^HTTP\/1\.1 400 /)
    socket.destroy()
  }
})

test('nothing that was posted stands in the log', () => {
  equal(
    collector.logged.some(line => line.includes('cmd.exe') || line.includes('alice')),
    false,
  )
})

test('the front page says how to tell, and the scanner is handed out knowing where', async () => {
  await using reached = await startCollector({
    toml: '[http]\naddress = "https://collector.example.org"\n[smtp]\ndomains = ["example.org"]\n',
  })
  const page = await (await fetch(`${reached.url}/`)).text()
  match(
    page,
    /curl --data-binary @access\.log https:\/\/collector\.example\.org\/api\/v1\/submissions/,
  )
  match(page, /redalert@example\.org/)
  const program = await fetch(`${reached.url}/redalert.mjs`)
  const text = await program.text()
  if (program.status === 200)
    match(text, /^process\.env\.REDALERT_TO \?\?= "https:\/\/collector\.example\.org";$/m)
  else match(text, /npm run bundle makes it/)
  match(await (await fetch(`${collector.url}/redalert.mjs`)).text(), /before http\.address says/)
})
