import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { anyCollector, type Mood } from '../submit/any-collector.ts'
import { besides } from './besides.ts'
import { findings, folderOf } from './program.ts'
import { codeRed } from './sample-lines.ts'

/** Enough machines for so many submissions. */
function machine(sources = 3): string {
  const all = Array.from({ length: sources }, (_, at) => `192.88.${at >> 8}.${at & 255}`)
  return folderOf({ 'access.log': all.map(source => codeRed(source)).join('') })
}

const submitTo = (url: string) => ['submit', '--yes', '--to', url, 'access.log']
const lying = (folder: string, where: string) =>
  readdirSync(join(folder, 'state/redalert/spool', where))

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

test('what could not be sent waits, and is sent when the collector is there again', async () => {
  const folder = machine()
  const port = await freePort()
  const offline = await besides(submitTo(`http://127.0.0.1:${port}`), { folder })
  equal(offline.code, 1)
  match(offline.out, /^waits for .* was not reached: .*ECONNREFUSED/)
  const listed = await besides(['spool'], { folder })
  equal(listed.code, 1)
  match(listed.out, /^[0-9a-f]{8} waiting for http:.*3 cells of 3 machines.*not before 20/)
  const collector = await anyCollector({ port })
  const sent = await besides(['spool', 'send'], { folder })
  equal(sent.code, 0, sent.told)
  deepEqual([collector.kept.size, collector.objections], [1, []])
  equal((await besides(['spool'], { folder })).out, 'Nothing waits.\n')
  deepEqual(
    [lying(folder, 'waiting'), lying(folder, 'sending'), lying(folder, 'notes')],
    [[], [], []],
  )
})

for (const status of [408, 429, 503, 507]) {
  test(`${status} is not for good: it waits as long as it was asked to`, async () => {
    const folder = machine()
    const collector = await anyCollector()
    collector.moods.push({ status, headers: { 'retry-after': '900' } })
    const ran = await besides([...submitTo(collector.url), '--json'], { folder })
    equal(ran.code, 1)
    const [told] = findings(ran)
    equal(told.kind, 'later')
    ok(Date.parse(told.until) - Date.now() > 890_000, told.until)
    equal((await besides(['spool', 'send', '--due'], { folder })).code, 0)
    equal(collector.asked.length, 1, 'it is not due')
    equal((await besides(['spool', 'send'], { folder })).code, 0)
    equal(collector.kept.size, 1)
  })
}

for (const status of [401, 404, 413, 422]) {
  test(`${status} is for good: it is kept apart with the reason until somebody looks`, async () => {
    const folder = machine()
    const collector = await anyCollector()
    collector.moods.push({ status })
    const ran = await besides(submitTo(collector.url), { folder })
    equal(ran.code, 2)
    match(ran.out, new RegExp(`^refused by .*${status}: No: as it was told to`))
    equal((await besides(['spool', 'send'], { folder })).code, 0)
    equal(collector.asked.length, 1)
    const listed = await besides(['spool', '--json'], { folder })
    equal(listed.code, 2)
    const [entry] = findings(listed)
    equal(entry.kind, 'refused')
    const again = await besides(['spool', 'send', entry.submission.slice(0, 6)], { folder })
    equal(again.code, 0)
    equal(collector.kept.size, 1)
    deepEqual(lying(folder, 'refused'), [])
  })
}

const lost: readonly (readonly [string, Mood])[] = [
  ['an answer that is lost on the way', { status: 202, keeps: true, hangsUp: true }],
  [
    'an answer that is no receipt',
    { status: 200, keeps: true, body: '<h1>Log in to the Wi-Fi</h1>' },
  ],
  ['an error after it was kept', { status: 500, keeps: true }],
]
for (const [what, mood] of lost) {
  test(`${what} loses nothing and doubles nothing`, async () => {
    const folder = machine()
    const collector = await anyCollector()
    collector.moods.push(mood)
    equal((await besides(submitTo(collector.url), { folder })).code, 1)
    const again = await besides(['spool', 'send'], { folder })
    equal(again.code, 0)
    deepEqual([collector.kept.size, collector.asked.length, collector.objections], [1, 2, []])
    match(again.out, /3 cells accepted \(3 of them known already\)/)
  })
}

test('a collector that moved is named, and can be followed', async () => {
  const folder = machine()
  const [old, next] = [await anyCollector(), await anyCollector()]
  old.moods.push({ status: 308, headers: { location: `${next.url}/api/v1/submissions` } })
  const ran = await besides(submitTo(old.url), { folder })
  equal(ran.code, 2)
  match(ran.out, /the collector is now at http.*: name it with --to/)
  const [entry] = findings(await besides(['spool', '--json'], { folder }))
  const words = ['spool', 'send', entry.submission, '--to', next.url]
  equal((await besides(words, { folder })).code, 0)
  deepEqual([old.kept.size, next.kept.size], [0, 1])
  equal((await besides(['spool'], { folder })).code, 0)
})

test('behind one that must wait, the others are not tried', async () => {
  const folder = machine(3000)
  const collector = await anyCollector()
  collector.moods.push({ status: 429, headers: { 'retry-after': '60' } })
  equal((await besides(submitTo(collector.url), { folder })).code, 1)
  equal(collector.asked.length, 1)
  ok(lying(folder, 'waiting').length > 1)
  equal((await besides(['spool', 'send'], { folder })).code, 0)
  equal(collector.kept.size, collector.asked.length - 1)
})

test('two that send at once send each submission once', async () => {
  const folder = machine(3000)
  const collector = await anyCollector()
  collector.moods.push({ status: 503 })
  await besides(submitTo(collector.url), { folder })
  const before = collector.asked.length
  await Promise.all([1, 2, 3].map(() => besides(['spool', 'send'], { folder })))
  equal(collector.asked.length - before, collector.kept.size)
  deepEqual(lying(folder, 'waiting'), [])
})

test('killed at any moment, what was to be sent is sent once', async () => {
  const folder = machine(6000)
  const whole = await anyCollector()
  await besides(submitTo(whole.url), { folder })
  for (const killAfter of [380, 440, 480, 520, 560, 640]) {
    const place = machine(6000)
    const collector = await anyCollector()
    // The answer comes late, so that many are killed while they wait for it.
    collector.moods.push({ status: 202, keeps: true, hangsUp: true })
    await besides(submitTo(collector.url), { folder: place, killAfter })
    const again = await besides(submitTo(collector.url), { folder: place })
    const waits = await besides(['spool', 'send'], { folder: place })
    ok([0, 1].includes(again.code!) && waits.code === 0, `${again.told}${waits.told}`)
    deepEqual(collector.objections, [])
    equal(collector.kept.size, whole.kept.size)
    deepEqual(lying(place, 'waiting'), [])
    deepEqual(lying(place, 'sending'), [])
  }
})

test('what is named is dropped, and a wrong name tells the nearest', async () => {
  const folder = machine()
  const port = await freePort()
  await besides(submitTo(`http://127.0.0.1:${port}`), { folder })
  const [{ submission }] = findings(await besides(['spool', '--json'], { folder })) as [never]
  const wrong = await besides(['spool', 'drop', 'zzzz'], { folder })
  deepEqual([wrong.code, lying(folder, 'waiting').length], [2, 1])
  match(wrong.told, /there is no zzzz in the spool/)
  match((await besides(['spool', 'drop'], { folder })).told, /name what to throw away/)
  equal((await besides(['spool', 'drop', String(submission).slice(0, 8)], { folder })).code, 0)
  deepEqual(lying(folder, 'waiting'), [])
})
