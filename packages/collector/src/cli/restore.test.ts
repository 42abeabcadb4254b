import { equal, match, notEqual, ok } from 'node:assert/strict'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { main } from '../cli.ts'
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
