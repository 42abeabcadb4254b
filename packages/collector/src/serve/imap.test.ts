import { deepEqual, equal, ok } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { mail } from '../letters/any-mail.ts'
import { sqliteReader } from '../store/sqlite/sqlite-reader.ts'
import { startCollector, testFolder, type TestCollector } from './any-collector.ts'
import { type Dovecot, noDovecot, startDovecot } from './any-dovecot.ts'

const skip = noDovecot()
let dovecot: Dovecot
let collector: TestCollector
const folder = testFolder()

before(async () => {
  if (skip) return
  dovecot = await startDovecot()
  collector = await start()
})
after(async () => {
  if (skip) return
  await collector[Symbol.asyncDispose]()
  await dovecot[Symbol.asyncDispose]()
})

async function start(): Promise<TestCollector> {
  const password = join(testFolder(), 'password')
  writeFileSync(password, 'secret\n')
  return await startCollector({
    folder,
    toml: `[smtp]
max_message_mb = 1
[imap]
host = "127.0.0.1"
port = ${dovecot.port}
tls = false
user = "box"
password_file = ${JSON.stringify(password)}
`,
  })
}

const letter = (last: number, more = '') =>
  mail(
    'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit',
    `192.0.2.${last} - - [19/Jul/2001:16:08:00 +0200] "GET /scripts/root.exe?/c+dir HTTP/1.0" 404 283\r\n${more}`,
  )

/** How many messages lie to be taken, are kept, and can never be. */
async function lying(): Promise<readonly number[]> {
  return [
    await dovecot.count('INBOX'),
    await dovecot.count('Processed'),
    await dovecot.count('Failed'),
  ]
}

/** Waits until something is so, and fails when it is not in time. */
async function until(what: string, is: () => boolean | Promise<boolean>): Promise<void> {
  for (let wait = 0; !(await is()); wait++) {
    if (wait === 100) throw new Error(`${what}: ${collector.logged.join('')}`)
    await sleep(100)
  }
}

const untilLying = async (...counts: readonly number[]) =>
  await until(`lying ${counts.join(' ')}`, async () => String(await lying()) === String(counts))

/** How often something was taken, be it new or known. */
async function taken(): Promise<number> {
  const text = await (await fetch(`${collector.url}/metrics`)).text()
  return text
    .split('\n')
    .filter(line => line.startsWith('redalert_arrivals_total{') && line.includes('"mail"'))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

test('what lies in a mailbox and what comes later is taken once, and moved', { skip }, async () => {
  for (const last of [1, 2]) await dovecot.deliver(letter(last))
  await untilLying(0, 2, 0)
  const since = Date.now()
  await dovecot.deliver(letter(3))
  await untilLying(0, 3, 0)
  ok(Date.now() - since < 5000, 'the server told of it: nobody waits for the next look')
  equal(await taken(), 3)
  equal(collector.kept(), 3)
})

test('what is too large goes to Failed, and keeps nothing waiting', { skip }, async () => {
  await dovecot.deliver(letter(4, `${'x'.repeat(70)}\r\n`.repeat(20_000)))
  await dovecot.deliver(letter(4))
  await untilLying(0, 4, 1)
  equal(collector.kept(), 4)
})

test('a connection that is lost is made again, and nothing is lost with it', { skip }, async () => {
  const before = dovecot.wire.connections
  dovecot.wire.cut()
  await dovecot.deliver(letter(5))
  await untilLying(0, 5, 1)
  ok(dovecot.wire.connections > before)
  equal(await taken(), 5)
})

test('what was kept and could not be moved is not taken again', { skip }, async () => {
  dovecot.wire.cutAt = 'UID MOVE'
  await dovecot.deliver(letter(6))
  await until('kept', () => collector.kept() === 6)
  const tried = dovecot.wire.connections
  await until('tried again', () => dovecot.wire.connections > tried)
  deepEqual(await lying(), [1, 5, 1])
  dovecot.wire.cutAt = undefined
  await untilLying(0, 6, 1)
  equal(await taken(), 6)
})

test('nor is it by another process, in a mailbox with another UIDVALIDITY', { skip }, async () => {
  dovecot.wire.cutAt = 'UID MOVE'
  await dovecot.deliver(letter(7))
  await until('kept', () => collector.kept() === 7)
  await collector[Symbol.asyncDispose]()
  deepEqual(await lying(), [1, 6, 1])
  dovecot.renumber(4_000_000_000)
  dovecot.wire.cutAt = undefined
  collector = await start()
  await untilLying(0, 7, 1)
  equal(await taken(), 0)
  // The new names are as good as the old ones were.
  await dovecot.deliver(letter(8))
  await untilLying(0, 8, 1)
  equal(await taken(), 1)
})

test('each was read, and told of one machine', { skip }, async () => {
  await collector.settled()
  using store = sqliteReader(folder)
  deepEqual(
    [...store.hosts({})].map(({ source, requests }) => [source, requests.count]),
    [1, 2, 3, 4, 5, 6, 7, 8].map(last => [`192.0.2.${last}`, 1]),
  )
})
