import { equal, match } from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Instant, signatures, type Source } from '@redalert/core'
import { openLedger } from '../ledger/open-ledger.ts'
import { post, startCollector, testFolder } from '../serve/any-collector.ts'
import { run } from './any-run.ts'

/** A line that proves the worm, from another address. */
const worm = (source: string) => {
  const { marks } = signatures.find(({ id }) => id === 'codered-n')!
  const [sample = ''] = Object.values(marks)[0]!.samples.positive
  return `${source}${sample.slice(sample.indexOf(' '))}\n`
}

test('who was seen through a hole is at risk until a patch is claimed, and silence closes nothing', async () => {
  const folder = testFolder()
  {
    await using collector = await startCollector({ folder })
    const sent = await post(collector, worm('192.0.2.7') + worm('192.0.2.8'))
    equal(sent.ok, true)
    await collector.settled()
  }
  const list = (hole: string, ...words: readonly string[]) =>
    run('at-risk', ...words, '--hole', hole, '--data', folder)
  const first = await list('cve-2001-0500')
  equal(first.code, 0, first.told)
  match(first.out, /^192\.0\.2\.7 .* codered-n$/m)
  match(first.out, /^192\.0\.2\.8 .* codered-n$/m)
  const [family, last] = ['codered-n', '2001-07-19T16:08:55Z' as Instant]
  const claim = (source: string, at: string) => {
    using ledger = openLedger(join(folder, 'cases.db'))
    const of = { source: source as Source, family, at: at as Instant }
    const seen = { kind: 'seen', first: last, last, grade: 'infected', may: 'assert' } as const
    ledger.book.append([
      { of: 'host', event: { ...of, ...seen } },
      { of: 'host', event: { ...of, kind: 'claimed', what: 'patched' } },
    ])
  }
  claim('192.0.2.7', '2001-07-25T00:00:00Z')
  claim('192.0.2.8', '2001-07-18T00:00:00Z')
  const then = await list('CVE-2001-0500')
  equal(then.out.includes('192.0.2.7'), false)
  match(then.out, /^192\.0\.2\.8 .*said to be patched, and seen since$/m)
  equal((await list('CVE-2001-0500', '192.0.2.7')).code, 1)
  equal((await list('CVE-2001-0500', '192.0.2.8', '--json')).code, 0)
})

test('a hole through which nothing comes, and none at all, are said', async () => {
  match(
    (await run('at-risk', '--hole', 'CVE-0000-0000', '--data', '/x')).told,
    /No family is known/,
  )
  match((await run('at-risk', '--data', '/x')).told, /Say which hole/)
})
