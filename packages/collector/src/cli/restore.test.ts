import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import type { Instant, Source } from '@redalert/core'
import { claws, clawsLine } from '../appeal/any-family.ts'
import { main } from '../cli.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { post, startCollector, testFolder } from '../serve/any-collector.ts'

/** Runs a command line; gives what it wrote, and its exit code. */
async function run(...words: string[]): Promise<{ readonly out: string; readonly code: number }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const written = Promise.all([text(stdout), text(stderr)])
  const io = { stdout, stderr, env: {}, cwd: () => '/' }
  const code = await main(words, io as unknown as NodeJS.Process)
  stdout.end()
  stderr.end()
  return { out: (await written).join(''), code }
}

const logOf = (first: number) =>
  Array.from(
    { length: 50 },
    (_, at) =>
      `192.0.2.${first + at} - - [19/Jul/2001:16:08:${at} +0200] "GET /scripts/root.exe?/c+dir HTTP/1.0" 404 283\n`,
  ).join('')

test('a copy that was made while the collector ran is everything it had, and can be gone on with', async () => {
  const folder = testFolder()
  const copy = join(testFolder(), 'copy')
  const restored = testFolder()
  let before: string
  let whole: string
  {
    await using collector = await startCollector({ folder })
    for (const first of [0, 30, 60]) equal((await post(collector, logOf(first))).status, 202)
    await collector.decided()
    before = (await run('export', '--data', folder)).out
    match((await run('backup', copy, '--data', folder)).out, /^The record was copied to /)
    equal((await post(collector, logOf(90))).status, 202)
    await collector.decided()
    whole = (await run('export', '--data', folder)).out
  }
  notEqual(whole, before)

  equal((await run('restore', copy, '--data', restored)).code, 0)
  ok(!existsSync(join(restored, 'cells.db')))
  equal((await run('rebuild', '--exercise', '--data', restored)).code, 0)
  equal((await run('export', '--data', restored)).out, before)
  {
    await using collector = await startCollector({ folder: restored })
    equal((await post(collector, logOf(0))).status, 202)
    equal((await post(collector, logOf(90))).status, 202)
    await collector.decided()
    equal(collector.kept(), 4)
  }
  equal((await run('export', '--data', restored)).out, whole)

  equal((await run('rebuild', '--exercise', '--data', folder)).code, 0)
  equal((await run('export', '--data', folder)).out, whole)
  for (const file of ['cells.db', 'cells.db-wal', 'cells.db-shm']) {
    rmSync(join(folder, file), { force: true })
  }
  {
    await using collector = await startCollector({ folder })
    await collector.decided()
  }
  equal((await run('export', '--data', folder)).out, whole)
})

test('what is no copy is not restored, and a record is never written over', async () => {
  const folder = testFolder()
  const file = join(folder, 'no-copy')
  writeFileSync(file, 'no database at all')
  const data = join(folder, 'data')
  equal((await run('restore', file, '--data', data)).code, 2)
  ok(!existsSync(join(data, 'intake.db')))
  {
    await using _collector = await startCollector({ folder: data })
  }
  const copy = join(folder, 'copy')
  equal((await run('backup', copy, '--data', data)).code, 0)
  equal((await run('backup', copy, '--data', data)).code, 2)
  equal((await run('restore', copy, '--data', data)).code, 2)
})

const modeOf = (file: string) => statSync(file).mode & 0o777

test('the appeals go with a copy, and the key that signs them, so that what they brought is still known', async () => {
  const [folder, restored] = [testFolder(), join(testFolder(), 'restored')]
  const [copy, file] = [join(testFolder(), 'copy'), join(testFolder(), 'claws.json')]
  writeFileSync(file, JSON.stringify(claws))
  const said = ['--by', 'Us', '--contact', 'us@example.org', '--to', 'https://c.example.org']
  const appeal = async (data: string, id: string) =>
    await run('appeal', 'new', id, '--signatures', file, ...said, '--days', '2', '--data', data)
  let before: string
  {
    await using collector = await startCollector({ folder })
    equal((await appeal(folder, 'one')).code, 0)
    equal((await appeal(folder, 'two')).code, 0)
    equal((await post(collector, clawsLine('192.0.2.7'))).status, 202)
    await collector.decided()
    before = (await run('hosts', '--data', folder)).out
    match(before, /^192\.0\.2\.7 +claws /m)
    match(
      (await run('backup', copy, '--data', folder)).out,
      /In it are also 2 appeals, the secret key that signs appeals: keep it where nobody else/,
    )
  }
  equal(modeOf(copy), 0o600)
  const key = readFileSync(join(folder, 'appeal.key'), 'utf8')

  equal((await run('restore', copy, '--data', restored)).code, 0)
  equal(readFileSync(join(restored, 'appeal.key'), 'utf8'), key)
  equal(modeOf(join(restored, 'appeal.key')), 0o600)
  for (const name of ['one.json', 'two.json'])
    deepEqual(
      readFileSync(join(restored, 'appeals', name)),
      readFileSync(join(folder, 'appeals', name)),
    )
  const [secret = ''] = /^[\w+/=]{40,}$/m.exec(key) ?? []
  ok(secret !== '' && readFileSync(copy, 'latin1').includes(secret))
  equal(readFileSync(join(restored, 'intake.db'), 'latin1').includes(secret), false)
  deepEqual(readdirSync(restored).toSorted(), [
    'appeal.key',
    'appeals',
    'intake.db',
    'lock.db',
    'outbox.stopped',
  ])
  equal((await run('rebuild', '--exercise', '--data', restored)).code, 0)
  equal((await run('hosts', '--data', restored)).out, before)
  equal((await appeal(restored, 'three')).code, 0)
  equal(readFileSync(join(restored, 'appeal.key'), 'utf8'), key)
  equal((await run('backup', `${copy}-2`, '--data', restored)).code, 0)
})

test('cases, letters and the key of their answers go with a copy, and none leaves before a person says so', async () => {
  const [folder, restored] = [testFolder(), join(testFolder(), 'restored')]
  const copy = join(testFolder(), 'copy')
  {
    await using _collector = await startCollector({ folder })
  }
  const host = {
    source: '192.0.2.7' as Source,
    family: 'codered-n',
    at: '2026-11-25T00:00:00Z' as Instant,
  }
  const contact = 'abuse@desk.example.org'
  // More than one piece of a copy.
  const many = Array.from(
    { length: 6000 },
    (_, index) => `198.51.${100 + (index >> 8)}.${index & 255}` as Source,
  )
  {
    using ledger = openLedger(join(folder, 'cases.db'))
    const seen = {
      kind: 'seen',
      first: host.at,
      last: host.at,
      grade: 'infected',
      may: 'ask',
    } as const
    ledger.book.append(
      [host.source, ...many].map(source => ({ of: 'host', event: { ...host, ...seen, source } })),
    )
    ledger.book.append([{ of: 'host', event: { ...host, kind: 'told', rung: 'owner', contact } }])
    // It is open, and what was written last stands in the log of the database, while the copy is made.
    writeFileSync(join(folder, 'return.key'), 'k'.repeat(32), { mode: 0o600 })
    match(
      (await run('backup', copy, '--data', folder)).out,
      /In it are also all cases and letters, the secret key of the return addresses: keep it/,
    )
  }
  ok(statSync(copy).size > 2 * 1024 * 1024)
  deepEqual(readdirSync(dirname(copy)), ['copy'])
  const { out, code } = await run('restore', copy, '--data', restored)
  equal(code, 0)
  match(out, /none leaves until a person says redalert-collector outbox go/)
  equal(readFileSync(join(restored, 'return.key'), 'utf8'), 'k'.repeat(32))
  equal(modeOf(join(restored, 'cases.db')), 0o600)
  ok(existsSync(join(restored, 'outbox.stopped')))
  {
    using before = openLedger(join(folder, 'cases.db'))
    using ledger = openLedger(join(restored, 'cases.db'))
    deepEqual([...ledger.book.hosts()], [...before.book.hosts()])
    equal(ledger.book.host(host.source, host.family)?.told.owner?.contact, contact)
  }
})

test('a key that is there is never written over, and nothing is left of what failed', async () => {
  const [folder, other] = [testFolder(), testFolder()]
  const copy = join(testFolder(), 'copy')
  {
    await using _collector = await startCollector({ folder })
  }
  const said = ['--families', 'codered-n', '--by', 'Us', '--contact', 'us@example.org']
  for (const data of [folder, other])
    await run(
      'appeal',
      'new',
      'x',
      ...said,
      '--days',
      '2',
      '--to',
      'mailto:a@example.org',
      '--data',
      data,
    )
  equal((await run('backup', copy, '--data', folder)).code, 0)
  const key = readFileSync(join(other, 'appeal.key'), 'utf8')
  const failed = await run('restore', copy, '--data', other)
  equal(failed.code, 2)
  match(failed.out, /is there already: restore into a new folder/)
  equal(readFileSync(join(other, 'appeal.key'), 'utf8'), key)
  ok(!existsSync(join(other, 'intake.db')) && !existsSync(join(other, 'intake.db.part')))
  mkdirSync(join(folder, 'appeals', 'odd.json'))
  const odd = join(testFolder(), 'odd')
  await run('backup', odd, '--data', folder).catch(() => undefined)
  ok(!existsSync(odd))
})
