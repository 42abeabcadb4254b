import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { createTransport } from 'nodemailer'
import { addressesOf, bounceOf, contact, domain, leave, mailOf } from '../hearing/any-hearing.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { sqliteReader } from '../store/sqlite/sqlite-reader.ts'
import { startCollector, testFolder, type TestCollector } from './any-collector.ts'
import { noDovecot, startDovecot } from './any-dovecot.ts'
import { mailRelays, postfixBefore } from './any-relays.ts'

const relay = `[relay]\nhost = "127.0.0.1"\nport = 9\nfrom = "notices@${domain}"\n`

/** A letter that has left, and where bounces and answers to it go. */
function letterOf({ folder }: TestCollector) {
  const key = readFileSync(join(folder, 'return.key'))
  leave(join(folder, 'cases.db'), key)
  return addressesOf(1, key)
}

function stateIn({ folder }: TestCollector) {
  using ledger = openLedger(join(folder, 'cases.db'))
  using store = sqliteReader(folder)
  return {
    state: ledger.book.case(contact)?.state,
    heard: [...ledger.heard.list({ all: true })].map(({ kind, isProven }) => [kind, isProven]),
    submissions: store.submissions({ limit: 100 }).length,
  }
}

async function until(collector: TestCollector, count: number): Promise<void> {
  for (let wait = 0; wait < 200 && stateIn(collector).heard.length < count; wait++) await sleep(100)
  equal(stateIn(collector).heard.length, count, collector.logged.join(''))
}

test(
  'a bounce and an answer that lie in a mailbox of Dovecot are heard, once',
  { skip: noDovecot(), timeout: 60_000 },
  async () => {
    await using dovecot = await startDovecot()
    const password = join(testFolder(), 'password')
    writeFileSync(password, 'secret\n')
    const folder = testFolder()
    const toml = `${relay}[imap]\nhost = "127.0.0.1"\nport = ${dovecot.port}\ntls = false\nuser = "box"\npassword_file = ${JSON.stringify(password)}\n`
    {
      await using collector = await startCollector({ folder, toml })
      const { answers, bounces } = letterOf(collector)
      const bounce = bounceOf(bounces, '452 4.2.2 The mailbox is over quota')
      const delivered = `Return-Path: <>\r\nDelivered-To: ${bounces}\r\n`
      await dovecot.deliver(Buffer.concat([Buffer.from(delivered), bounce]))
      await until(collector, 1)
      const { state, heard } = stateIn(collector)
      deepEqual([state, heard], ['told', [['bounce', true]]])
      await dovecot.deliver(mailOf({ to: answers, body: 'stop' }))
      await until(collector, 2)
      equal(stateIn(collector).state, 'opted-out')
    }
    await using again = await startCollector({ folder, toml })
    await sleep(2000)
    const { heard, submissions } = stateIn(again)
    deepEqual([heard.length, submissions], [2, 0])
    equal(await dovecot.count('INBOX'), 0)
    equal(await dovecot.count('Processed'), 2)
  },
)

/** The one rule that docs/answers.md gives. */
function ruleInDocs(): string {
  const text = readFileSync(new URL('../../../../docs/answers.md', import.meta.url), 'utf8')
  const lines = text.split('\n').filter(line => /^ {4}\/\^.*lmtp:/.test(line))
  equal(lines.length, 1)
  return (lines[0] ?? '').trim()
}

test(
  'a Postfix in front hands on what comes back by the rule that the manual gives, and nothing else',
  { skip: mailRelays.Postfix.skip, timeout: 60_000 },
  async () => {
    await using collector = await startCollector({ toml: relay })
    const { answers, bounces } = letterOf(collector)
    ok(collector.ports.lmtp)
    await using postfix = await postfixBefore(collector.ports.lmtp, { rule: ruleInDocs(), domain })
    const send = async (raw: Uint8Array, from: string, to: string) => {
      const client = createTransport({ host: '127.0.0.1', port: postfix.port, ignoreTLS: true })
      const sent = await client.sendMail({ envelope: { from, to: [to] }, raw: Buffer.from(raw) })
      client.close()
      match(sent.response, /^250 /)
    }
    await send(bounceOf(bounces, '550 5.1.1 User unknown'), '', bounces)
    await until(collector, 1)
    equal(stateIn(collector).state, 'undeliverable')
    await send(mailOf({ to: answers, body: 'We look into it.' }), contact, answers)
    await until(collector, 2)
    const guessed = `${answers.slice(0, 8)}${answers.charAt(8) === 'a' ? 'b' : 'a'}${answers.slice(9)}`
    const others = ['redalert', 'case-short', `x${answers.split('@')[0]}`]
    for (const to of [guessed, ...others.map(name => `${name}@${domain}`)])
      await send(mailOf({ to, body: 'stop' }), contact, to)
    await sleep(3000)
    deepEqual(stateIn(collector), {
      state: 'waiting',
      heard: [
        ['bounce', true],
        ['answer', true],
      ],
      submissions: 0,
    })
  },
)
