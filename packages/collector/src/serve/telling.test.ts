import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Instant, instantOfSeconds } from '@redalert/core'
import { SMTPServer } from 'smtp-server'
import { run } from '../cli/any-run.ts'
import { readConfig } from '../config/read-config.ts'
import { madeLog } from '../exercise/made-log.ts'
import { lockLetters } from '../ledger/lock-letters.ts'
import { post, startCollector, type TestCollector } from './any-collector.ts'
import { readyFolder } from './any-ready-folder.ts'

type Sent = { readonly to: string; readonly text: string }

const sent: Sent[] = []
let isRefusing = false
const sink = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, { envelope }, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      if (isRefusing) return done(Object.assign(new Error('4.3.0 later'), { responseCode: 451 }))
      const text = Buffer.concat(chunks).toString('latin1')
      for (const { address } of envelope.rcptTo) sent.push({ to: address, text })
      done()
    })
  },
})
let port = 0
before(async () => {
  await new Promise<void>(resolve => {
    sink.listen(0, '127.0.0.1', resolve)
  })
  port = (sink.server.address() as { readonly port: number }).port
})
after(async () => {
  await new Promise<void>(resolve => {
    sink.close(() => resolve())
  })
})

const owners = `
192.0.2.0/24     abuse@one.example  language=en
198.51.100.0/24  abuse@two.example  language=en
`

function configuration(more = '', mode = 'live'): string {
  return `
[relay]
host = "127.0.0.1"
port = ${port}
from = "redalert@notices.example.org"
[owners]
overrides = ["owners.txt"]
[policy]
settle_hours = 0
open_from = 0
open_until = 24
[outbox]
mode = "${mode}"
organisation = "Example desk"
dkim_domain = "notices.example.org"
dkim_rsa_selector = "r1"
dkim_rsa_key = "rsa.pem"
${more}`
}

function hoursAgo(hours: number): Instant {
  return instantOfSeconds(Date.now() / 1000 - hours * 3600) as Instant
}

const nimda = { source: '192.0.2.10', family: 'nimda' }
const codeRed = { source: '198.51.100.20', family: 'codered-n' }

async function tellOf(collector: TestCollector, key: string, ...hosts: (typeof nimda)[]) {
  const lines = madeLog(hosts, hoursAgo(2)).join('\n')
  const { status } = await post(collector, lines, { query: '?format=apache', key })
  ok(status < 300)
  await collector.decided()
}

/** Says something to the outbox of a collector that runs. */
async function outbox(folder: string, ...words: readonly string[]) {
  return await run('outbox', ...words, '--data', folder)
}

async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (let wait = 0; wait < 300; wait++) {
    if (await isSo()) return
    await sleep(100)
  }
  ok(false, `it never came to this: ${what}`)
}

async function statesIn(folder: string): Promise<readonly string[]> {
  const { out } = await outbox(folder, 'list', '--all', '--json')
  return out
    .trim()
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as { readonly mailbox: string; readonly state: string })
    .map(({ mailbox, state }) => `${mailbox} ${state}`)
    .toSorted()
}

async function metric(collector: TestCollector, name: string): Promise<number> {
  const text = await (await fetch(`${collector.url}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
}

test('letters wait for a person, leave when one says so, and stop when one says so', async () => {
  sent.length = 0
  const toml = configuration()
  const { folder, key } = readyFolder(toml, owners)
  await using collector = await startCollector({ folder, toml })
  await tellOf(collector, key, nimda, codeRed)
  const both = (state: string) => [`abuse@one.example ${state}`, `abuse@two.example ${state}`]
  await until('both letters are shown', async () => (await statesIn(folder)).length === 2)
  deepEqual(await statesIn(folder), both('shown'))
  await until(
    'they are counted',
    async () => (await metric(collector, 'redalert_letters_shown')) === 2,
  )
  const listed = await outbox(folder, 'list')
  match(listed.told, /Nobody has let letters leave yet/)

  equal((await outbox(folder, 'approve', '1', '2')).code, 0)
  await until(
    'they are queued',
    async () => (await metric(collector, 'redalert_letters_queued')) === 2,
  )
  await sleep(6000)
  deepEqual([sent.length, await statesIn(folder)], [0, both('queued')])
  match((await outbox(folder, 'status')).out, /^Nobody has let letters leave yet/)

  equal((await outbox(folder, 'go')).code, 0)
  await until(
    'both have left',
    async () => (await metric(collector, 'redalert_letters_sent')) === 2,
  )
  deepEqual(await statesIn(folder), both('sent'))
  deepEqual(sent.map(({ to }) => to).toSorted(), ['abuse@one.example', 'abuse@two.example'])
  ok(sent.every(({ text }) => /^DKIM-Signature: /m.test(text)))
  equal(await metric(collector, 'redalert_letters_open'), 1)
  equal((await outbox(folder, 'stop')).code, 0)
  await until('it is shut', async () => (await metric(collector, 'redalert_letters_open')) === 0)
  const status = await outbox(folder, 'status')
  equal(status.code, 1)
  match(status.out, /^A person stopped it\. No letter leaves until/)
  const log = collector.logged.join('')
  match(log, /"sent":2,"msg":"letters to owners left"/)
  for (const secret of [nimda.source, codeRed.source, 'abuse@'])
    ok(!log.includes(secret), `the log names ${secret}`)
})

test('nothing is planned without a name, and a configuration that is read again begins it', async () => {
  const toml = configuration().replace(/^organisation.*$/m, '')
  const { folder, key } = readyFolder(toml, owners)
  await using collector = await startCollector({ folder, toml })
  await tellOf(collector, key, nimda)
  await sleep(6500)
  deepEqual(await statesIn(folder), [])
  const reading = readConfig(configuration('', 'dry-run'))
  ok('config' in reading)
  collector.reload(reading.config)
  await until('a letter is shown', async () => (await statesIn(folder)).length === 1)
  const { out } = await outbox(folder, 'list', '--json')
  match(out, /"because":"dry-run"/)
})

test('a configuration that names a key which is not there is refused, and the old one goes on', async () => {
  const toml = configuration()
  const { folder } = readyFolder(toml, owners)
  await using collector = await startCollector({ folder, toml })
  const reading = readConfig(configuration().replace('rsa.pem', 'gone.pem'))
  ok('config' in reading)
  let refused: unknown
  try {
    collector.reload(reading.config)
  } catch (error) {
    refused = error
  }
  match(String(refused), /gone\.pem cannot be read/)
})

test('while another process makes or sends letters a collector leaves it at that', async () => {
  const toml = configuration()
  const { folder, key } = readyFolder(toml, owners)
  await using collector = await startCollector({ folder, toml })
  {
    using lock = lockLetters(folder)
    ok(lock)
    await tellOf(collector, key, nimda)
    await sleep(6500)
    deepEqual(await statesIn(folder), [])
  }
  await until('a letter is shown', async () => (await statesIn(folder)).length === 1)
})

test('a mail server that is busy is tried again, and the fault names the letter and nobody', async () => {
  sent.length = 0
  const toml = configuration()
  const { folder, key } = readyFolder(toml, owners)
  await using collector = await startCollector({ folder, toml })
  await tellOf(collector, key, nimda)
  await until('a letter is shown', async () => (await statesIn(folder)).length === 1)
  isRefusing = true
  try {
    await outbox(folder, 'go')
    await outbox(folder, 'approve', '1')
    await until('it was tried', () => collector.logged.join('').includes('not-sent'))
    deepEqual(await statesIn(folder), ['abuse@one.example queued'])
    const fault = collector.logged.find(line => line.includes('not-sent')) ?? ''
    match(fault, /"letter":1/)
    match(fault, /451/)
    ok(!fault.includes('one.example'))
  } finally {
    isRefusing = false
  }
})
