import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { anyCollector } from '../submit/any-collector.ts'
import { besides } from './besides.ts'
import { findings, folderOf, redalert } from './program.ts'
import { backDoor, codeRed, visitor } from './sample-lines.ts'

const log = [
  codeRed('192.88.1.7'),
  codeRed('192.88.1.8', { tail: '"http://shop.example.org/?name=alice" "agent"' }),
  backDoor,
  codeRed('10.0.0.5'),
  codeRed('198.17.0.9'),
  codeRed('dialup-7.example.net'),
  visitor,
].join('')

const machine = (files: Record<string, string> = {}) =>
  folderOf({ 'access.log': log, 'key.txt': 'ra_0000_alice\n', ...files })

test('what a log shows goes to the collector, and the receipt is told', async () => {
  const collector = await anyCollector()
  const folder = machine()
  const ran = await besides(['submit', '--yes', '--to', collector.url, 'access.log'], { folder })
  deepEqual(collector.objections, [])
  equal(ran.code, 0, ran.told)
  const [submission] = [...collector.kept.values()]
  deepEqual(
    [...new Set(submission!.cells.map(({ source }) => source as string))].sort(),
    ['192.88.1.7', '192.88.1.8', '198.17.0.9', '203.0.113.5'],
    'every grade leaves, but no private address and no name',
  )
  deepEqual(submission!.coverage[0]!.hours, { '2001-07-19T14': 7 })
  match(ran.out, /^received by http:\/\/127\.0\.0\.1:\d+ as s-[0-9a-f]{8}: \d+ cells of 4 machines/)
  match(ran.out, /cells accepted; machines: 4 new, 0 known/)
  match(ran.told, /stays? here: they are of your own machines/)
  match(ran.told, /stays? here: their source is a host name/)
  deepEqual(readdirSync(join(folder, 'state/redalert/spool/waiting')), [])
})

test('only matching lines leave, redacted, and the server by a token that stays the same', async () => {
  const collector = await anyCollector()
  const folder = machine()
  const to = ['--to', collector.url, '--yes']
  await besides(['submit', ...to, '--sensor', 'www1.example.org', 'access.log'], { folder })
  const all = JSON.stringify([...collector.kept.values()])
  for (const secret of [
    'alice',
    'shop.example.org',
    'www1',
    'index.html',
    '203.0.113.9',
    '10.0.0.5',
  ])
    equal(all.includes(secret), false, secret)
  const { cells, coverage } = [...collector.kept.values()][0]!
  match(coverage[0]!.sensor, /^[0-9a-f]{16}$/)
  ok(cells.every(({ sensor }) => sensor === coverage[0]!.sensor))
  const key = join(folder, 'state/redalert/sensor.key')
  equal(statSync(key).mode & 0o777, 0o600)
  await besides(['submit', ...to, '--sensor', 'www1.example.org', 'access.log'], { folder })
  equal(collector.kept.size, 1, 'the same logs are the same submission')
})

test('what a scan wrote is submitted as its logs are, also from the standard input and shown whole', async () => {
  const collector = await anyCollector()
  const folder = machine()
  const to = ['--to', collector.url, '--yes']
  await besides(['submit', ...to, '--sensor', 'www', 'access.log'], { folder })
  const scanned = redalert(folder, ['scan', '--json', '--raw', '--sensor', 'www', 'access.log'])
  const file = await besides(['submit', ...to, '-'], { folder }, scanned.out)
  equal(file.code, 0, file.told)
  equal(collector.kept.size, 1, 'the same submission, byte for byte')
  equal(collector.asked.length, 2)
})

test('what a scan calls mine stays, and a line that was changed by hand proves nothing', async () => {
  const collector = await anyCollector()
  const folder = machine()
  const scan = redalert(folder, ['scan', '--json', '--mine', '198.17.0.0/16', 'access.log']).out
  const forged = scan.replaceAll('192.88.1.7 - -', '192.88.1.99 - -')
  const ran = await besides(['submit', '--yes', '--to', collector.url, '-'], { folder }, forged)
  const sources = new Set(
    [...collector.kept.values()].flatMap(({ cells }) => cells.map(c => c.source as string)),
  )
  deepEqual([...sources].sort(), ['192.88.1.8', '203.0.113.5'])
  match(ran.told, /1 cell stays here: their line does not show them/)
})

test('--dry-run prints the bytes that are sent, and sends nothing', async () => {
  const collector = await anyCollector()
  const folder = machine()
  const words = ['submit', '--to', collector.url, 'access.log']
  const dry = await besides([...words, '--dry-run'], { folder })
  equal(dry.code, 0)
  equal(collector.asked.length, 0)
  equal(existsSync(join(folder, 'state/redalert/spool')), false)
  const sent = await besides([...words, '--yes', '--json'], { folder })
  const [answer] = findings(sent)
  equal(answer.receipt.bytes, Buffer.byteLength(dry.out) - 1)
  equal(answer.kind, 'received')
})

test('where nobody can be asked, nothing is sent without --yes', async () => {
  const collector = await anyCollector()
  const ran = await besides(['submit', '--to', collector.url, 'access.log'], { folder: machine() })
  equal(ran.code, 2)
  match(ran.told, /To http:\/\/127.* as nobody in particular: \d+ cells of 4 machines/)
  match(ran.told, /nothing was sent: say --yes/)
  equal(collector.asked.length, 0)
})

test('a key goes from its file or the environment, and never into the spool', async () => {
  const collector = await anyCollector({ key: 'ra_0000_alice' })
  const folder = machine()
  chmodSync(join(folder, 'key.txt'), 0o600)
  const words = ['submit', '--yes', '--to', collector.url, 'access.log']
  equal((await besides([...words, '--key-file', 'key.txt'], { folder })).code, 0)
  const env = { REDALERT_KEY: 'ra_0000_alice' }
  equal((await besides(words, { folder, env })).code, 0)
  deepEqual(new Set(collector.asked.map(({ authorization }) => authorization)).size, 1)
  collector.moods.push({ status: 503 })
  equal((await besides(words, { folder, env })).code, 1)
  const waiting = join(folder, 'state/redalert/spool/waiting')
  for (const name of readdirSync(waiting))
    equal(readFileSync(join(waiting, name), 'utf8').includes('ra_0000'), false)
  const without = await besides(['spool', 'send'], { folder })
  equal(without.code, 1)
  match(without.out, /needs the key that it was made with in REDALERT_KEY/)
  equal((await besides(['spool', 'send'], { folder, env })).code, 0)
})

test('a silent log is told too, for it says where nothing was', async () => {
  const collector = await anyCollector()
  const folder = folderOf({ 'quiet.log': visitor })
  const ran = await besides(['submit', '--yes', '--to', collector.url, 'quiet.log'], { folder })
  equal(ran.code, 0)
  const [submission] = [...collector.kept.values()]
  deepEqual([submission!.cells.length, submission!.coverage.length], [0, 1])
})

test('times of an unknown zone stay until the zone is given', async () => {
  const iis =
    '192.88.1.7, -, 7/19/2001, 16:55:47, W3SVC1, SRV, 198.17.0.7, 10, 389, 3405, 404, 2, GET, /default.ida, NNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN%u9090%u6858%ucbd3%u7801=a,\n'
  const collector = await anyCollector()
  const folder = folderOf({ 'in010719.log': iis })
  const words = ['submit', '--yes', '--to', collector.url, 'in010719.log']
  const without = await besides(words, { folder })
  equal(without.code, 2)
  match(without.told, /1 cell stays here: the log names no time zone: say --zone/)
  equal(collector.asked.length, 0)
  const zoned = await besides([...words, '--zone', 'Europe/Berlin'], { folder })
  equal(zoned.code, 0)
  const submission = [...collector.kept.values()].at(-1)!
  deepEqual(
    [submission.zone, submission.cells[0]!.hour as string],
    ['Europe/Berlin', '2001-07-19T14'],
  )
})

for (const [how, told] of [
  ['show', ['198.17.0.7']],
  ['network', ['198.17.0.0/24']],
  ['hide', null],
] as const) {
  test(`--target ${how} tells ${told ? told[0] : 'nothing'} of the server's own address`, async () => {
    const collector = await anyCollector()
    const folder = machine()
    const words = ['--target', how, '--listens', '198.17.0.7', 'access.log']
    await besides(['submit', '--yes', '--to', collector.url, ...words], { folder })
    const [submission] = [...collector.kept.values()]
    deepEqual(submission!.coverage[0]!.listens, told)
  })
}

test('what is too much for one submission becomes several, and none is lost', async () => {
  const collector = await anyCollector()
  const sources = Array.from({ length: 3000 }, (_, at) => `192.88.${at >> 8}.${at & 255}`)
  const folder = folderOf({ 'access.log': sources.map(source => codeRed(source)).join('') })
  const ran = await besides(['submit', '--yes', '--to', collector.url, 'access.log'], { folder })
  equal(ran.code, 0)
  deepEqual(collector.objections, [])
  ok(collector.kept.size > 1)
  const told = new Set(
    [...collector.kept.values()].flatMap(({ cells }) => cells.map(c => c.source as string)),
  )
  equal(told.size, 3000)
})

for (const [what, words, told] of [
  ['no collector', [], /say where to submit: --to https:/],
  [
    'a bare host',
    ['--to', 'collector.example.org'],
    /write it as https:\/\/collector\.example\.org/,
  ],
  ['a bare mailbox', ['--to', 'a@example.org'], /write it as mailto:a@example\.org/],
  ['a password in an address', ['--to', 'https://a:b@example.org'], /give a key with --key-file/],
  [
    'http to elsewhere',
    ['--to', 'http://192.0.2.7'],
    /try --to https:\/\/192\.0\.2\.7, or say --allow-http/,
  ],
  [
    'a missing key',
    ['--to', 'https://example.org', '--key-file', 'none'],
    /the key cannot be read/,
  ],
] as const) {
  test(`${what} is said before a log is read`, async () => {
    const ran = await besides(['submit', '--yes', ...words, 'access.log'], { folder: machine() })
    equal(ran.code, 2)
    match(ran.told, told)
  })
}

test('a file that is not there is told, and the rest is sent', async () => {
  const collector = await anyCollector()
  const ran = await besides(
    ['submit', '--yes', '--to', collector.url, 'access.log', 'access.lgo'],
    {
      folder: machine(),
    },
  )
  equal(ran.code, 2)
  match(ran.told, /did you mean access\.log\?/)
  equal(collector.kept.size, 1)
})

test('a line of a scan that is none is told with its number', async () => {
  const scan = redalert(machine(), ['scan', '--json', 'access.log']).out
  const ran = await besides(
    ['submit', '--yes', '--to', 'https://example.org', '-'],
    { folder: machine() },
    `${scan}{"kind":"sihgting"}\n`,
  )
  equal(ran.code, 2)
  match(ran.told, /standard input: line \d+ is of a kind that this version does not know/)
})
