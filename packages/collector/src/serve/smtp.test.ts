import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import { after, before, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { mail } from '../letters/any-mail.ts'
import { sqliteReader } from '../store/sqlite/sqlite-reader.ts'
import { startCollector, testFolder, type TestCollector } from './any-collector.ts'
import { sendMail, type SmtpClient, smtpClient } from './any-smtp.ts'

const plain = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit'
const worm = (last: number) =>
  `192.0.2.${last} - - [19/Jul/2001:16:08:55 +0200] "GET /scripts/..%255c../winnt/system32/cmd.exe?/c+dir HTTP/1.0" 404 283 "-" "-"`

let collector: TestCollector
before(async () => {
  collector = await startCollector({
    toml: '[smtp]\nmailboxes = ["redalert", "abuse"]\ndomains = ["example.org"]\nmax_message_mb = 1\ntrusted_relays = ["127.0.0.0/8"]\n',
  })
})
after(() => collector[Symbol.asyncDispose]())

/** A client that has said hello. */
async function greeted(port = collector.ports.smtp!): Promise<SmtpClient> {
  const client = await smtpClient(port)
  await client.say('EHLO client.example.org\r\n')
  return client
}

/** Who is known by which proof for everything that was kept. */
function keptIn({ folder }: { readonly folder: string }): readonly string[] {
  using store = sqliteReader(folder)
  return store
    .submissions({ limit: 1000 })
    .map(({ submitter }) => submitter)
    .toReversed()
}

for (const [address, code] of [
  ['redalert@example.org', 250],
  ['REDALERT@EXAMPLE.ORG', 250],
  ['abuse@example.org', 250],
  ['redalert+x@example.org', 550],
  ['xredalert@example.org', 550],
  ['redalert@example.net', 550],
  ['redalert@sub.example.org', 550],
  ['redalert%example.net@example.org', 550],
  ['example.net!redalert@example.org', 550],
  ['@a.example,@b.example:redalert@example.org', 250],
  ['@example.org:redalert@example.net', 550],
  ['@example.org,@redalert@example.org:x@example.net', 550],
  ['"redalert@example.net"@example.org', 550],
  ['redalert', 550],
  ['root@example.org', 550],
] as const) {
  test(`mail for <${address}> is answered with ${code}`, async () => {
    const client = await greeted()
    await client.say('MAIL FROM:<owner@example.org>\r\n')
    const got = await client.say(`RCPT TO:<${address}>\r\n`)
    ok(code === 250 ? got === 250 : got >= 500, String(got))
    client.socket.destroy()
  })
}

for (const [what, end] of [
  ['line feed, dot, line feed', '\n.\n'],
  ['line feed, dot, end of line', '\n.\r\n'],
  ['end of line, dot, line feed', '\r\n.\n'],
  ['carriage return, dot, carriage return', '\r.\r'],
  ['carriage return, dot, end of line', '\r.\r\n'],
  ['end of line, dot, carriage return', '\r\n.\r'],
  ['a zero byte before', '\r\n\0.\r\n'],
] as const) {
  test(`a second mail behind "${what}" is part of the first`, async () => {
    const kept = collector.kept()
    const client = await greeted()
    await client.say('MAIL FROM:<x@example.net>\r\n')
    await client.say('RCPT TO:<redalert@example.org>\r\n')
    await client.say('DATA\r\n')
    const smuggled = `${end}MAIL FROM:<owner@example.org>\r\nRCPT TO:<redalert@example.org>\r\nDATA\r\nFrom: owner@example.org\r\n\r\nhello`
    equal(
      await client.say(`Subject: ${what}\r\nFrom: x@example.net\r\n\r\nhi${smuggled}\r\n.\r\n`),
      250,
    )
    equal(await client.say('QUIT\r\n'), 221)
    deepEqual(
      client.answers.slice(-2).map(answer => answer.slice(0, 3)),
      ['250', '221'],
    )
    equal(collector.kept(), kept + 1)
    equal(keptIn(collector).at(-1) === 'alice', false)
  })
}

test('two mails said in one breath are two', async () => {
  const kept = collector.kept()
  const client = await greeted()
  const one = (body: string) =>
    `MAIL FROM:<x@example.net>\r\nRCPT TO:<redalert@example.org>\r\nDATA\r\nFrom: x@example.net\r\n\r\n${body}\r\n.\r\n`
  client.socket.write(`${one('in one breath')}${one('and another')}`)
  equal((await client.say('QUIT\r\n')) > 0, true)
  for (let wait = 0; wait < 100 && collector.kept() < kept + 2; wait++) await sleep(50)
  equal(collector.kept(), kept + 2)
})

test('who talks before the greeting is sent away', async () => {
  const socket = connect(collector.ports.smtp!, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write('EHLO client.example.org\r\n')
  const [answer] = (await once(socket, 'data')) as [Buffer]
  match(answer.toString(), /^421 /)
  socket.destroy()
})

test('a mail that says it is too large is refused at once, and one that is, at its end', async () => {
  const kept = collector.kept()
  const client = await greeted()
  equal(await client.say('MAIL FROM:<owner@example.org> SIZE=2000000\r\n'), 552)
  equal(await client.say('MAIL FROM:<owner@example.org> SIZE=10\r\n'), 250)
  await client.say('RCPT TO:<redalert@example.org>\r\n')
  await client.say('DATA\r\n')
  equal(await client.say(`From: owner@example.org\r\n\r\n${'x\r\n'.repeat(400_000)}.\r\n`), 552)
  client.socket.destroy()
  equal(collector.kept(), kept)
})

test('a mail that breaks off is not kept', async () => {
  const kept = collector.kept()
  const client = await greeted()
  await client.say('MAIL FROM:<owner@example.org>\r\n')
  await client.say('RCPT TO:<redalert@example.org>\r\n')
  await client.say('DATA\r\n')
  client.socket.end('From: owner@example.org\r\n\r\nhello\r\n')
  await once(client.socket, 'close')
  equal(collector.kept(), kept)
})

test('a command without an end, and commands without a sense, are not listened to for ever', async () => {
  const client = await greeted()
  const gone = once(client.socket, 'close')
  client.socket.write(Buffer.alloc(2_000_000, 'x'))
  await gone
  const other = await greeted()
  const left = once(other.socket, 'close')
  other.socket.write('NONSENSE\r\n'.repeat(50))
  await left
})

test('by LMTP every recipient is answered for', async () => {
  const client = await smtpClient(collector.ports.lmtp!)
  equal(await client.say('LHLO relay.example.org\r\n'), 250)
  await client.say('MAIL FROM:<owner@example.org>\r\n')
  equal(await client.say('RCPT TO:<redalert@example.org>\r\n'), 250)
  equal(await client.say('RCPT TO:<nobody@example.org>\r\n'), 550)
  equal(await client.say('RCPT TO:<abuse@example.org>\r\n'), 250)
  await client.say('DATA\r\n')
  const kept = collector.kept()
  equal(await client.say('From: owner@example.org\r\n\r\nby LMTP\r\n.\r\n'), 250)
  equal(await client.say('NOOP\r\n'), 250)
  const answers = client.answers.filter(answer => answer.includes('kept as'))
  deepEqual(answers, [answers[0], answers[0]])
  equal(collector.kept(), kept + 1)
  client.socket.destroy()
})

test("what a relay forwards of one client does not hold for the next one's mail", async () => {
  const spf = startCollector({ toml: '[smtp]\ntrusted_relays = ["127.0.0.1"]\n' })
  await using behind = await spf
  const client = await smtpClient(behind.ports.lmtp!)
  await client.say('LHLO relay.example.org\r\n')
  const send = async (forward: string, body: string) => {
    if (forward !== '') equal(await client.say(`XFORWARD ${forward}\r\n`), 250)
    await client.say('MAIL FROM:<owner@example.org>\r\n')
    await client.say('RCPT TO:<redalert@example.org>\r\n')
    await client.say('DATA\r\n')
    equal(await client.say(`From: owner@example.org\r\nTo: x\r\n\r\n${body}\r\n.\r\n`), 250)
  }
  await send('ADDR=127.0.0.1 HELO=mx.example.org', 'one')
  await send('ADDR=192.0.2.66 HELO=mx.example.org', 'two')
  await send('ADDR=127.0.0.1 HELO=mx.example.org', 'three')
  await send('ADDR=[UNAVAILABLE]', 'four')
  await send('ADDR=127.0.0.1 HELO=mx.example.org', 'five')
  await send('', 'six')
  await behind.settled()
  deepEqual(keptIn(behind), ['alice', 'anonymous', 'alice', 'anonymous', 'alice', 'anonymous'])
  client.socket.destroy()
})

test('whoever is no relay forwards nothing', async () => {
  await using direct = await startCollector({ toml: '[smtp]\ntrusted_relays = ["192.0.2.1"]\n' })
  const client = await greeted(direct.ports.smtp)
  ok((await client.say('XFORWARD ADDR=192.0.2.66\r\n')) >= 500)
  ok((await client.say('XCLIENT ADDR=192.0.2.66\r\n')) >= 500)
  ok((await client.say('AUTH PLAIN AGEAYg==\r\n')) >= 500)
  client.socket.destroy()
})

test('no more connections are open at once than may be', async () => {
  await using narrow = await startCollector({ toml: '[smtp]\nmax_clients = 3\n' })
  const port = narrow.ports.smtp!
  const clients = [await greeted(port), await greeted(port), await greeted(port)]
  const fourth = connect(port, '127.0.0.1')
  const [answer] = (await once(fourth, 'data')) as [Buffer]
  match(answer.toString(), /^421 /)
  fourth.destroy()
  clients[0]!.socket.destroy()
  await sleep(100)
  equal(await sendMail(port, mail(plain, worm(1))), 250)
  for (const { socket } of clients) socket.destroy()
})

/** A certificate that somebody made for themselves, or undefined where openssl is missing. */
function selfMade(): { readonly toml: string } | undefined {
  const folder = testFolder()
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  try {
    execFileSync(
      'openssl',
      `req -x509 -newkey rsa:2048 -nodes -subj /CN=example.org -days 2 -keyout ${key} -out ${cert}`.split(
        ' ',
      ),
      { stdio: 'ignore' },
    )
  } catch {
    return undefined
  }
  return { toml: `[smtp]\ntls_cert = "${cert}"\ntls_key = "${key}"\n` }
}

const made = selfMade()
const noOpenssl = made ? false : 'openssl is not there'

test('commands said before TLS do not count within it', { skip: noOpenssl }, async () => {
  await using secure = await startCollector(made)
  const client = await greeted(secure.ports.smtp)
  client.socket.removeAllListeners('data')
  client.socket.write('STARTTLS\r\nMAIL FROM:<injected@example.org>\r\n')
  const [ready] = (await once(client.socket, 'data')) as [Buffer]
  const isReady = ready.toString().startsWith('220 ')
  if (!isReady) {
    match(ready.toString(), /^(?:421|5\d\d) /)
    return
  }
  const tls = connectTls({ socket: client.socket, rejectUnauthorized: false })
  tls.on('error', () => undefined)
  const isOpen = await Promise.race([
    once(tls, 'secureConnect').then(() => true),
    once(tls, 'close').then(() => false),
  ])
  // The connection may be ended for it; if it goes on, nothing of what was said before is known.
  if (!isOpen) return
  tls.write('EHLO client.example.org\r\n')
  let heard = ''
  tls.on('data', (chunk: Buffer) => (heard += chunk.toString()))
  while (!/^250 /m.test(heard)) await sleep(10)
  ok(!heard.includes('STARTTLS'))
  heard = ''
  tls.write('RCPT TO:<redalert@example.org>\r\n')
  while (!heard.includes('\n')) await sleep(10)
  match(heard, /^503 /)
  tls.destroy()
})

test('a mail within TLS is kept', { skip: noOpenssl }, async () => {
  await using secure = await startCollector(made)
  const transport = createTransport({
    host: '127.0.0.1',
    port: secure.ports.smtp!,
    requireTLS: true,
    tls: { rejectUnauthorized: false },
  })
  const sent = await transport.sendMail({
    envelope: { from: 'owner@example.org', to: ['redalert@example.org'] },
    raw: mail(plain, worm(2)),
  })
  match(sent.response, /^250 2\.0\.0 kept as /)
  await secure.settled()
  deepEqual(keptIn(secure), ['alice'])
})
