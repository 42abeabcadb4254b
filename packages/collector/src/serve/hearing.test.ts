import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import type { DNSResolver } from 'mailauth'
import { createTransport } from 'nodemailer'
import { addressesOf, bounceOf, contact, leave, mailOf, tokenOf } from '../hearing/any-hearing.ts'
import { type Instant, secondsOf } from '@redalert/core'
import { readConfig } from '../config/read-config.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { sqliteReader } from '../store/sqlite/sqlite-reader.ts'
import { pageKey } from '../telling/page-key.ts'
import { relayTo } from './any-relay.ts'
import { startCollector, type TestCollector } from './any-collector.ts'
import { sendMail } from './any-smtp.ts'

const toml = (port: number, from = 'notices@notices.example.org') =>
  `[smtp]\nmailboxes = ["redalert"]\n[relay]\nhost = "127.0.0.1"\nport = ${port}\nfrom = "${from}"\n`

/** A collector with one letter that has left, under the key that it made itself. */
async function listener() {
  const collector = await startCollector({ toml: toml(9) })
  const key = readFileSync(join(collector.folder, 'return.key'))
  const draft = leave(join(collector.folder, 'cases.db'), key)
  return { ...collector, draft, answers: addressesOf(1, key).answers }
}

function known({ folder }: Pick<TestCollector, 'folder'>) {
  using ledger = openLedger(join(folder, 'cases.db'))
  const open = [...ledger.heard.list({ all: false })].map(({ kind }) => kind)
  return { state: ledger.book.case(contact)?.state, open }
}

function submissions({ folder }: Pick<TestCollector, 'folder'>): number {
  using store = sqliteReader(folder)
  return store.submissions({ limit: 1000 }).length
}

for (const protocol of ['smtp', 'lmtp'] as const) {
  test(`a bounce that comes by ${protocol.toUpperCase()} changes its case, and is no submission`, async () => {
    await using collector = await listener()
    const { returnTo } = collector.draft
    const bounce = bounceOf(returnTo, '550 5.1.1 User unknown')
    const transport = createTransport({
      host: '127.0.0.1',
      port: collector.ports[protocol]!,
      lmtp: protocol === 'lmtp',
      ignoreTLS: true,
    })
    const envelope = { from: '', to: [returnTo.toUpperCase()] }
    const { response } = await transport.sendMail({ envelope, raw: bounce })
    match(response, /^250 2\.0\.0 kept as heard-1/)
    deepEqual(known(collector), { state: 'undeliverable', open: [] })
    equal(submissions(collector), 0)
  })
}

test('a mailbox that no letter names is refused before a byte is taken', async () => {
  await using collector = await listener()
  const { returnTo } = collector.draft
  const guessed = `${returnTo.slice(0, 6)}${returnTo.charAt(6) === 'a' ? 'b' : 'a'}${returnTo.slice(7)}`
  const mail = mailOf({ to: guessed, body: 'stop' })
  equal(await sendMail(collector.ports.smtp!, mail, { to: guessed }), 550)
})

test('an answer waits for a person, a command does not, and both are no submissions', async () => {
  await using collector = await listener()
  const { answers: to } = collector
  const say = (body: string) => sendMail(collector.ports.smtp!, mailOf({ to, body }), { to })
  equal(await say('Thank you, we look into it.'), 250)
  deepEqual(known(collector), { state: 'waiting', open: ['answer'] })
  equal(await say('stop'), 250)
  deepEqual(known(collector), { state: 'opted-out', open: ['answer'] })
  equal(submissions(collector), 0)
  equal(collector.logged.filter(line => line.includes(to)).length, 0)
})

test('an answer that lies in the drop folder is heard too', async () => {
  await using collector = await listener()
  const file = join(collector.folder, 'drop', 'answer.eml')
  writeFileSync(file, mailOf({ to: collector.answers, body: 'stop' }))
  const before = Date.now() / 1000 - 60
  utimesSync(file, before, before)
  for (let tries = 0; tries < 100 && known(collector).state === 'told'; tries++) await sleep(50)
  equal(known(collector).state, 'opted-out')
  equal(submissions(collector), 0)
})

test('a server that refuses our letters by policy is an alarm in the log', async () => {
  await using collector = await listener()
  const { returnTo: to } = collector.draft
  const bounce = bounceOf(to, '554 5.7.1 Your message looks like spam')
  equal(await sendMail(collector.ports.smtp!, bounce, { from: '', to }), 250)
  const alarm = collector.logged.find(line => line.includes('mail-refused')) ?? ''
  match(alarm, /looks like spam/)
  match(alarm, /"level":50/)
})

test('when the configuration is read again letters may come from another domain, and answers to those of before are heard', async () => {
  await using collector = await listener()
  const { answers: before, ports, folder } = collector
  const key = readFileSync(join(folder, 'return.key'))
  const after = before.replace('@notices.example.org', '@letters.example.org')
  const say = (to: string, body: string) => sendMail(ports.smtp!, mailOf({ to, body }), { to })
  equal(await say(after, 'cleaned'), 550)
  const next = `${toml(9, 'desk@letters.example.org')}[policy]\npeace_days = 2\n[outbox]\norganisation = "Another name"\n`
  const reading = readConfig(next)
  ok('config' in reading)
  collector.reload(reading.config)
  equal(await say(before, 'We look into it.'), 250)
  using ledger = openLedger(join(folder, 'cases.db'))
  const { state, since, until } = ledger.book.case(contact)!
  equal(state, 'waiting')
  equal(secondsOf(until!) - secondsOf(since), 2 * 86_400)
  equal(await say(after, 'stop'), 250)
  equal(known(collector).state, 'opted-out')
  const page = await fetch(
    `${collector.url}/o/${pageKey(tokenOf(1), new Date().toISOString() as Instant, key)}`,
  )
  match(await page.text(), /Another name wrote to you/)
  const { relay: _, ...without } = reading.config
  collector.reload(without)
  equal(await say(before, 'stop'), 550)
})

test('two collectors wired to each other fall silent within two mails', async () => {
  // Everybody may send for everybody here: what ends the talk is not that somebody is not believed.
  const resolve = (async (_domain: string, type: string) => {
    if (type === 'TXT') return [['v=spf1 ip4:127.0.0.1 -all']]
    throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
  }) as DNSResolver
  const passed: string[] = []
  let ports: { readonly a: number; readonly b: number } = { a: 0, b: 0 }
  await using relay = await relayTo(
    to => (to.endsWith('@a.example.org') ? ports.a : ports.b),
    passed,
  )
  const mailbox = (name: string) => `redalert@${name}.example.org`
  await using a = await startCollector({ resolve, toml: toml(relay.port, mailbox('a')) })
  await using b = await startCollector({ resolve, toml: toml(relay.port, mailbox('b')) })
  ports = { a: a.ports.smtp!, b: b.ports.smtp! }
  const mail = mailOf({
    to: mailbox('b'),
    from: mailbox('a'),
    subject: 'APACHE',
    body: '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /scripts/..%255c../winnt/system32/cmd.exe?/c+dir HTTP/1.0" 404 283',
  })
  equal(await sendMail(ports.b, mail, { from: mailbox('a'), to: mailbox('b') }), 250)
  for (let tries = 0; tries < 200 && passed.length === 0; tries++) await sleep(100)
  equal(submissions(b), 1)
  // Each looks every five seconds whether a letter is due.
  await sleep(12_000)
  deepEqual(passed, [mailbox('a')])
})
