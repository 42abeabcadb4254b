import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { run } from '../cli/any-run.ts'
import { aliceKey, post, startCollector, testFolder } from './any-collector.ts'
import { sendMail } from './any-smtp.ts'

const worm =
  '192.0.2.7 - - [19/Jul/2001:16:08:00 +0200] "GET /scripts/..%255c../winnt/system32/cmd.exe?/c+dir HTTP/1.0" 404 283 "-" "-"\n'

async function listed(folder: string): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const { out } = await run('submitters', 'list', '--json', '--data', folder)
  const all = out.split('\n').filter(line => line !== '')
  return new Map(
    all.map(line => {
      const submitter = JSON.parse(line) as Record<string, unknown>
      return [String(submitter['name']), submitter]
    }),
  )
}

test('whoever is enrolled while the collector runs can tell at once, and no longer when revoked', async () => {
  await using collector = await startCollector()
  const { folder } = collector
  const added = await run('submitters', 'add', 'bob', '--batch', 'July', '--data', folder)
  const [key = ''] = /ra_\w+/.exec(added.out) ?? []
  deepEqual([added.code, (await post(collector, worm, { key })).status], [0, 202])
  const bob = (await listed(folder)).get('bob')
  deepEqual([bob?.['is'], bob?.['batch'], bob?.['sentFrom']], ['key', 'July', ['127.0.0.1']])
  const [kept] = bob!['keys'] as { readonly lastUsed: string; readonly hash?: string }[]
  ok(Math.abs(Date.parse(kept!.lastUsed) - Date.now()) < 60_000)
  equal(kept!.hash, undefined)

  await run('submitters', 'revoke', 'bob', '--data', folder)
  const refused = await post(collector, worm, { key })
  deepEqual([refused.status, refused.headers.get('www-authenticate')], [401, 'Bearer'])
  await run('submitters', 'revoke', 'bob', '--undo', '--data', folder)
  equal((await post(collector, worm, { key })).status, 202)
  const ended = await run('submitters', 'revoke', key, '--data', folder)
  match(ended.out, /opens nothing any more/)
  equal(ended.out.includes(key), false)
  equal((await post(collector, worm, { key })).status, 401)
  equal((await post(collector, worm, { key: aliceKey })).status, 202)
})

test('a key that was made to read with submits nothing', async () => {
  await using collector = await startCollector()
  const { out } = await run(
    'submitters',
    'add',
    'c',
    '--scopes',
    'read',
    '--data',
    collector.folder,
  )
  const [key = ''] = /ra_\w+/.exec(out) ?? []
  equal((await post(collector, worm, { key })).status, 403)
})

test('somebody whose address is proven becomes a submitter, and somebody enrolled with one stays who they are', async () => {
  await using collector = await startCollector()
  for (const from of ['new@example.org', 'owner@example.org', 'x@unproven.example']) {
    const message = Buffer.from(`From: ${from}\r\nSubject: log\r\n\r\n${worm}`)
    equal(await sendMail(collector.ports.smtp!, message, { from }), 250)
  }
  const known = await listed(collector.folder)
  deepEqual(
    [...known].map(([name, { is, sentFrom }]) => [name, is, sentFrom]),
    [
      ['alice', 'key', ['127.0.0.1']],
      ['anonymous', 'anonymous', []],
      ['mailto:new@example.org', 'mail', ['127.0.0.1']],
    ],
  )
})

test("what lies in the operator's own folder is their own word, and in a folder with a name that of whoever it names", async () => {
  await using collector = await startCollector()
  mkdirSync(join(collector.folder, 'drop', 'carol'), { recursive: true })
  for (const [index, place] of ['', 'carol'].entries()) {
    const file = join(collector.folder, `x-${index}`)
    writeFileSync(file, worm)
    utimesSync(file, new Date(0), new Date(0))
    renameSync(file, join(collector.folder, 'drop', place, 'one.log'))
  }
  let known = await listed(collector.folder)
  for (let wait = 0; wait < 100 && known.size < 3; wait++) {
    await sleep(100)
    known = await listed(collector.folder)
  }
  deepEqual([known.get('own')?.['is'], known.get('carol')?.['is']], ['own', 'key'])
})

test('where the servers of a submission listen is noted, by their networks', async () => {
  await using collector = await startCollector()
  const submission = {
    kind: 'submission',
    schema: 1,
    writer: 'x',
    zone: null,
    cells: [],
    coverage: [
      {
        sensor: '0123456789abcdef',
        hours: { '2001-07-19T14': 5 },
        listens: ['198.51.100.0/24'],
        signatures: '1',
      },
    ],
  }
  equal((await post(collector, JSON.stringify(submission))).status, 202)
  await collector.settled()
  deepEqual((await listed(collector.folder)).get('alice')?.['listens'], ['198.51.100.0'])
})

test('what the command cannot do it says, and changes nothing', async () => {
  const folder = testFolder()
  for (const [words, sentence] of [
    [['add'], /Say list/],
    [['add', 'anonymous'], /everybody who proves nothing/],
    [['add', 'ra_0'], /is no name/],
    [['add', '../x'], /is no name/],
    [['add', 'a', '--scopes', 'write'], /--scopes can be/],
    [['add', 'a', '--mail', 'x'], /is no mail address/],
    [['trust', 'nobody'], /Nobody called/],
    [['revoke', 'nobody'], /Nobody called/],
    [['revoke', 'ra_000000000000'], /There is no key/],
    [['drop', 'a'], /Say list/],
  ] as const) {
    const { code, told } = await run('submitters', ...words, '--data', folder)
    equal(code, 2, words.join(' '))
    match(told, sentence)
  }
  equal((await run('submitters', 'list', '--data', folder)).code, 1)
})

test('another key for somebody is made by adding them again, and an address is one person’s', async () => {
  const folder = testFolder()
  const add = (...words: readonly string[]) => run('submitters', 'add', ...words, '--data', folder)
  await add('a', '--own', '--mail', 'A@example.org')
  match((await add('a')).out, /Another key for a/)
  match((await add('b', '--mail', 'a@example.org')).told, /the address of a/)
  match((await add('a', '--own')).told, /stays who they are/)
  await run('submitters', 'trust', 'a', '--data', folder)
  const { out } = await run('submitters', 'list', '--data', folder)
  match(out, /^a {2}own, since \S+, vetted\n {2}key ra_\w{12} {2}submit {2}made \S+, never used\n/)
  equal(out.split('\n').length, 4)
})
