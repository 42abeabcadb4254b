import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { run } from '../cli/any-run.ts'
import { post, startCollector, testFolder } from './any-collector.ts'

const worm = (source: string, sensor: number) =>
  `${source} - - [19/Jul/2001:16:08:${10 + sensor} +0200] "GET /default.ida?${'N'.repeat(224)}%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u9090%u8190%u00c3%u0003%u8b00%u531b%u53ff%u0078%u0000%u00=a HTTP/1.0" 404 283 "-" "-"\n`
/** Everybody sends from a network of their own. */
const toml = '[http]\ntrust_proxy = ["127.0.0.1"]'

async function enrol(folder: string, name: string, ...words: readonly string[]): Promise<string> {
  const { out } = await run('submitters', 'add', name, ...words, '--data', folder)
  return /ra_\w+/.exec(out)?.[0] ?? ''
}

/** A folder in which some told of two machines, each of one of them at least. */
async function world(tellers: readonly string[]): Promise<string> {
  const folder = testFolder()
  await using collector = await startCollector({ folder, toml })
  for (const [index, name] of ['ann', 'bob', 'cyd', 'dan', 'eve'].entries()) {
    if (!tellers.includes(name)) continue
    const key = await enrol(folder, name)
    const headers = { 'x-forwarded-for': `198.${20 + index}.0.1` }
    const log =
      worm('192.0.2.7', index) + (index === 0 ? '' : worm(`192.0.2.${8 + (index % 2)}`, index))
    equal((await post(collector, log, { key, headers })).status, 202)
  }
  await collector.decided()
  return folder
}

const exported = async (folder: string): Promise<string> =>
  (await run('export', '--data', folder)).out
const states = async (folder: string): Promise<readonly (readonly unknown[])[]> =>
  (await run('hosts', '--json', '--data', folder)).out
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Record<string, unknown>)
    .map(({ source, state, may, points }) => [source, state, may, points])

test('what five new ones saw is confirmed, what two saw may be asked about, and why says so', async () => {
  const folder = await world(['ann', 'bob', 'cyd', 'dan', 'eve'])
  deepEqual(await states(folder), [
    ['192.0.2.7', 'confirmed', 'assert', 8],
    ['192.0.2.8', 'suspected', 'ask', 3.2],
    ['192.0.2.9', 'suspected', 'ask', 3.2],
  ])
  const { out } = await run('why', '192.0.2.7', '--data', folder)
  match(
    out,
    /confirmed, it may be stated to its owner: 5 parties told of it, 8\.0 points; going beyond/,
  )
  match(out, /told by ann, new \(sensor/)
  const asked = await run('decided', 'ask', '--data', folder)
  match(
    asked.out,
    /^ask {6}192\.0\.2\.8 +codered-n +suspected +2 parties told of it, 3\.2 points; stating it needs/,
  )
  equal(asked.out.trim().split('\n').length, 2)
  match(
    (await run('decided', 'assert', '--data', folder)).out,
    /^assert +192\.0\.2\.7 +codered-n +confirmed +5 parties/,
  )
  equal((await run('decided', 'escalate', '--data', folder)).code, 1)
})

test('revoking somebody leaves what there were had they never spoken, and undoing it what there was', async () => {
  const folder = await world(['ann', 'bob', 'cyd', 'dan', 'eve'])
  const all = await exported(folder)
  await run('submitters', 'revoke', 'eve', '--data', folder)
  const without = await exported(folder)
  equal(without, await exported(await world(['ann', 'bob', 'cyd', 'dan'])))
  ok(without !== all)
  equal(without.includes('eve'), false)
  await run('submitters', 'revoke', 'eve', '--undo', '--data', folder)
  equal(await exported(folder), all)
})

test('whoever is forgotten leaves what there were had they never spoken', async () => {
  const folder = await world(['ann', 'bob', 'cyd'])
  equal((await run('forget', 'bob', '--exercise', '--data', folder)).code, 0)
  equal(await exported(folder), await exported(await world(['ann', 'cyd'])))
})

test('a collector that runs heeds a revocation by itself, and somebody vouched for too', async () => {
  const folder = testFolder()
  await using collector = await startCollector({ folder, toml })
  for (const [index, name] of ['ann', 'bob'].entries()) {
    const key = await enrol(folder, name)
    const headers = { 'x-forwarded-for': `198.${20 + index}.0.1` }
    await post(collector, worm('192.0.2.7', index), { key, headers })
  }
  await collector.decided()
  deepEqual(await states(folder), [['192.0.2.7', 'suspected', 'ask', 3.2]])
  await run('submitters', 'trust', 'bob', '--data', folder)
  await collector.decided()
  deepEqual(await states(folder), [['192.0.2.7', 'confirmed', 'assert', 8.5]])
  await run('submitters', 'revoke', 'bob', '--data', folder)
  await collector.decided()
  deepEqual(await states(folder), [['192.0.2.7', 'suspected', null, 1.6]])
})

test('fifty who send from one network count as one, and an own sensor suffices', async () => {
  const folder = testFolder()
  await using collector = await startCollector({ folder, toml })
  const headers = { 'x-forwarded-for': '198.20.0.1' }
  for (let index = 0; index < 50; index++) {
    const key = await enrol(folder, `sybil-${index}`)
    await post(collector, worm('192.0.2.7', index % 50), { key, headers })
  }
  await post(collector, worm('192.0.2.9', 1), {
    key: await enrol(folder, 'mine', '--own'),
    headers,
  })
  await collector.decided()
  deepEqual(await states(folder), [
    ['192.0.2.7', 'suspected', null, 1.6],
    ['192.0.2.9', 'confirmed', 'assert', 6.9],
  ])
})
