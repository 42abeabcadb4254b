import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type AnyCollector, anyCollector } from '../submit/any-collector.ts'
import { besides } from './besides.ts'
import { environment, folderOf, program } from './program.ts'
import { codeRed, visitor } from './sample-lines.ts'

/** A server whose log grows: infected machines, each once, and visitors between. */
function server() {
  const folder = folderOf({ 'logs/.keep': '' })
  const path = join(folder, 'logs/access.log')
  let machines = 0
  let lines = 0
  return {
    folder,
    path,
    write(count: number) {
      for (let each = 0; each < count; each++) {
        const second = String(lines % 60).padStart(2, '0')
        const time = `19/Jul/2001:16:08:${second} +0200`
        appendFileSync(path, codeRed(`192.88.${machines >> 8}.${machines & 255}`, { time }))
        appendFileSync(path, visitor)
        machines++
        lines += 2
      }
    },
    machines: () => machines,
    lines: () => lines,
  }
}

type Server = ReturnType<typeof server>

const rotations: readonly ((one: Server) => void)[] = [
  ({ path, lines }) => renameSync(path, `${path}.${lines()}`),
  ({ path, lines }) => {
    copyFileSync(path, `${path}.${lines()}`)
    truncateSync(path)
  },
  ({ path, lines }) => {
    writeFileSync(`${path}.${lines()}.gz`, gzipSync(readFileSync(path)))
    rmSync(path)
  },
]

const once = (url: string) => ['watch', '--once', '--to', url, '--sensor', 'www', 'logs/access.log']

/** That the collector knows every machine and every line, and none twice. */
function knowsAll({ kept, objections }: AnyCollector, { machines, lines }: Server) {
  deepEqual(objections, [])
  const all = [...kept.values()]
  const sources = all.flatMap(({ cells }) => cells.map(({ source }) => source as string))
  equal(new Set(sources).size, machines())
  equal(sources.length, machines(), 'no machine was told twice')
  const counts = all.flatMap(({ coverage }) =>
    coverage.flatMap(({ hours }) => Object.values(hours)),
  )
  equal(Math.max(...counts), lines(), 'an hour is told whole, and no line counts twice')
}

test('what is new is submitted, and nothing again', async () => {
  const collector = await anyCollector()
  const one = server()
  one.write(3)
  equal((await besides(once(collector.url), one)).code, 0)
  equal(collector.kept.size, 1)
  equal((await besides(once(collector.url), one)).code, 0)
  equal(collector.asked.length, 1, 'nothing new, nothing sent')
  for (const rotate of rotations) {
    one.write(2)
    rotate(one)
    one.write(2)
    const ran = await besides(once(collector.url), one)
    equal(ran.code, 0, ran.told)
  }
  knowsAll(collector, one)
})

test('killed at any moment, it loses no line and counts none twice', async () => {
  const collector = await anyCollector()
  const one = server()
  // Older parts are of this watch only once there is one.
  await besides(once(collector.url), one)
  const moods = [{ status: 202, keeps: true, hangsUp: true }, { status: 503 }] as const
  for (const [round, killAfter] of [420, 480, 540, 500, 600, 460, 560, 520].entries()) {
    one.write(3)
    rotations[round % 3]!(one)
    one.write(3)
    if (round % 2 === 0) collector.moods.push(moods[(round / 2) % 2]!)
    await besides(once(collector.url), { ...one, killAfter })
  }
  collector.moods.length = 0
  await besides(once(collector.url), one)
  await besides(['spool', 'send'], one)
  equal((await besides(['spool'], one)).out, 'Nothing waits.\n')
  knowsAll(collector, one)
})

test('while nobody takes it, it waits, and a later watch sends all of it', async () => {
  const collector = await anyCollector()
  const one = server()
  one.write(2)
  collector.moods.push({ status: 503 })
  equal((await besides(once(collector.url), one)).code, 1)
  one.write(2)
  equal((await besides(once(collector.url), one)).code, 1, 'not due yet')
  equal(collector.asked.length, 1)
  equal((await besides(['spool', 'send'], one)).code, 0)
  knowsAll(collector, one)
})

test('it runs until it is stopped, alone, and goes on from there', async () => {
  const collector = await anyCollector()
  const one = server()
  one.write(2)
  const words = once(collector.url).filter(word => word !== '--once')
  const child = spawn(process.execPath, [...program, ...words, '--every', '0.02'], {
    cwd: one.folder,
    env: { ...environment, XDG_STATE_HOME: join(one.folder, 'state') },
  })
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  await until(() => collector.kept.size > 0)
  const second = await besides(words, one)
  equal(second.code, 2)
  match(second.told, /process \d+ watches these logs already/)
  one.write(2)
  await until(() => collector.kept.size > 1)
  rmSync(one.path)
  one.write(2)
  await until(() => collector.kept.size > 2)
  child.kill('SIGTERM')
  equal(await ended, 0)
  one.write(1)
  equal((await besides(once(collector.url), one)).code, 0)
  knowsAll(collector, one)
})

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    ok(tries < 200, 'it did not come')
    await setTimeout(100)
  }
}

test('a header read long ago still says what the columns are', async () => {
  const collector = await anyCollector()
  const [path, query] = ['/default.ida', 'N'.repeat(224)]
  const row = (source: string) =>
    `2001-07-19 14:08:55 ${source} GET ${path} ${query}%u9090%u6858%ucbd3%u7801 200\n`
  const fields = '#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status\n'
  const folder = folderOf({ 'logs/ex010719.log': fields + row('192.88.0.1') })
  const words = ['watch', '--once', '--to', collector.url, 'logs']
  await besides(words, { folder })
  appendFileSync(join(folder, 'logs/ex010719.log'), row('192.88.0.2'))
  await besides(words, { folder })
  writeFileSync(join(folder, 'logs/ex010720.log'), fields + row('192.88.0.3'))
  const ran = await besides(words, { folder })
  equal(ran.code, 0, ran.told)
  const told = [...collector.kept.values()].flatMap(({ cells }) =>
    cells.map(({ source }) => source as string),
  )
  deepEqual(told, ['192.88.0.1', '192.88.0.2', '192.88.0.3'])
})

test('a unit for systemd is printed, with paths that hold anywhere', async () => {
  const folder = folderOf({ 'key.txt': 'ra_0000_alice' })
  const words = [
    'watch',
    '--systemd',
    '--to',
    'https://collector.example.org',
    '--key-file',
    'key.txt',
  ]
  const { code, out } = await besides([...words, 'my access.log'], { folder })
  equal(code, 0)
  match(
    out,
    /^ExecStart=\S+node\S* \S+redalert\.js watch --to https:\/\/collector\.example\.org --key-file %d\/key --every 10 --target network -- ".*\/my access\.log"$/m,
  )
  match(out, /^LoadCredential=key:.*\/key\.txt$/m)
  equal(existsSync(join(folder, 'state')), false)
})

for (const [what, words, told] of [
  ['no log', ['--to', 'https://example.org'], /name a log: redalert watch/],
  ['no collector', ['access.log'], /say where to submit/],
  [
    'no time',
    ['--to', 'https://example.org', '--every', 'x', 'access.log'],
    /--every x is no number of minutes/,
  ],
] as const) {
  test(`${what} is said at once`, async () => {
    const ran = await besides(['watch', ...words], { folder: folderOf({}) })
    equal(ran.code, 2)
    match(ran.told, told)
  })
}

test('a log that is not there yet is waited for, and one that is none is told', async () => {
  const folder = folderOf({
    'acces.log': visitor,
    'x.bin': Buffer.from('\xfd7zXZ\x00 and more', 'latin1'),
  })
  const collector = await anyCollector()
  const words = ['watch', '--once', '--to', collector.url]
  const missing = await besides([...words, 'access.log'], { folder })
  match(missing.told, /did you mean acces\.log\?: waiting for it|waiting for it/)
  const binary = await besides([...words, 'x.bin'], { folder })
  equal(binary.code, 2)
  match(binary.told, /cannot be followed: it is no plain text/)
})

test('a damaged state is named, with what to do', async () => {
  const collector = await anyCollector()
  const one = server()
  one.write(2)
  equal((await besides(once(collector.url), one)).code, 0)
  const states = join(one.folder, 'state', 'redalert', 'watch')
  const [state] = readdirSync(states).filter(name => name.endsWith('.json'))
  writeFileSync(join(states, state!), '{"kind":"watch","schema":1')
  const ran = await besides(once(collector.url), one)
  equal(ran.code, 2)
  ok(ran.told.includes(`${state}, where this watch keeps how far it read, is damaged`), ran.told)
})
