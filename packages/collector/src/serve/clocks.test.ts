import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { run } from '../cli/any-run.ts'
import { aliceKey, post, startCollector } from './any-collector.ts'

/** Twelve machines that knock at everybody within minutes, as a log tells it whose clock is so many hours off. */
function logOf(hoursAhead: number, seconds: number): string {
  return Array.from({ length: 12 }, (_, index) => {
    const time = new Date(Date.UTC(2001, 6, 19 + index, 10 + hoursAhead, 5, seconds))
    const [day, month] = [time.getUTCDate(), ['Jul'][time.getUTCMonth() - 6]]
    const clock = time.toISOString().slice(11, 19)
    return `192.0.2.${index + 1} - - [${day}/${month}/2001:${clock} +0000] "GET /scripts/root.exe?/c+dir HTTP/1.0" 404 283\n`
  }).join('')
}

test('a clock that is off is told where an operator looks, with how far and how sure', async () => {
  await using collector = await startCollector()
  const { folder, url } = collector
  const keys = [aliceKey]
  for (const name of ['bob', 'carol', 'dave']) {
    const { out } = await run('submitters', 'add', name, '--data', folder)
    keys.push(/ra_\w+/.exec(out)?.[0] ?? '')
  }
  for (const [index, key] of keys.entries()) {
    const body = logOf(index === 3 ? 2 : 0, index)
    equal((await post(collector, body, { key, query: '?sensor=www' })).status, 202)
  }
  await collector.decided()

  const { out } = await run('submitters', 'list', '--data', folder)
  match(
    out,
    /^dave {2}[^]*^ {2}sensor www: its clock is about 2 h ahead of the others' \(give or take \d+ min\), by 12 of 12 sources that they saw too; is its zone right\?$/m,
  )
  match(
    out,
    /^alice {2}[^]*^ {2}sensor www: its clock agrees with the others', by 12 sources that they saw too$/m,
  )
  const json = (await run('submitters', 'list', '--json', '--data', folder)).out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>)
  const dave = json.find(({ name }) => name === 'dave')
  const [{ sensor, clock }] = dave!['sensors'] as [
    { sensor: string; clock: Record<string, unknown> },
  ]
  const { kind, common, fitting, seconds } = clock
  deepEqual([sensor, kind, common, fitting], ['www', 'skewed', 12, 12])
  equal(Math.round(Number(seconds) / 3600), 2)

  const why = (await run('why', '192.0.2.3', '--data', folder)).out
  match(why, /told by dave, new \(sensor www\)\n {4}its clock is about 2 h ahead/)
  match(await (await fetch(`${url}/metrics`)).text(), /^redalert_skewed_sensors 1$/m)

  await run('submitters', 'revoke', 'alice', '--data', folder)
  await run('submitters', 'revoke', 'bob', '--data', folder)
  await collector.decided()
  equal((await run('submitters', 'list', '--data', folder)).out.includes('clock'), false)
  match(await (await fetch(`${url}/metrics`)).text(), /^redalert_skewed_sensors 0$/m)
})
