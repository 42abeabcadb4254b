import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { SMTPServer } from 'smtp-server'
import { mail, zip } from '../letters/any-mail.ts'
import { sqliteReader } from '../store/sqlite/sqlite-reader.ts'
import { startCollector, type TestCollector } from './any-collector.ts'
import { sendMail } from './any-smtp.ts'

const plain = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit'
const worm = (last: number) =>
  `192.0.2.${last} - - [19/Jul/2001:16:08:55 +0200] "GET /scripts/..%255c../winnt/system32/cmd.exe?/c+dir HTTP/1.0" 404 283 "-" "-"`

type Sent = { readonly from: string; readonly to: readonly string[]; readonly text: string }

/** A mail server that takes all there is. */
const sent: Sent[] = []
const sink = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, { envelope }, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      sent.push({
        from: envelope.mailFrom ? envelope.mailFrom.address : '',
        to: envelope.rcptTo.map(({ address }) => address),
        text: Buffer.concat(chunks).toString('latin1'),
      })
      done()
    })
  },
})

let collector: TestCollector
before(async () => {
  await new Promise<void>(resolve => {
    sink.listen(0, '127.0.0.1', resolve)
  })
  const address = sink.server.address()
  const port = typeof address === 'object' ? address?.port : 0
  collector = await startCollector({
    toml: `[relay]\nhost = "127.0.0.1"\nport = ${port}\nfrom = "redalert@example.org"\nper_day = 3\n`,
  })
})
after(async () => {
  await collector[Symbol.asyncDispose]()
  await new Promise<void>(resolve => {
    sink.close(() => resolve())
  })
})

const send = async (message: Buffer, from = 'owner@example.org') =>
  await sendMail(collector.ports.smtp!, message, { from })

/** What was sent once everything is read and nothing more is due. */
async function sentBy(): Promise<readonly Sent[]> {
  await collector.settled()
  await sleep(6500)
  return sent.splice(0)
}

/** What the receipt of the last mail says. */
function lastAccount() {
  using store = sqliteReader(collector.folder)
  const [last] = store.submissions({ limit: 1 })
  return last?.account
}

test('a storm of mail under false names, and mail that nobody wrote, is answered by nothing', async () => {
  const kept = collector.kept()
  for (let index = 0; index < 25; index++) {
    const from = `victim${index}@example.${['net', 'com'][index % 2]}`
    const message = mail(plain, worm(index))
      .toString('latin1')
      .replace('Somebody <owner@example.org>', from)
    equal(await send(Buffer.from(message, 'latin1'), from), 250)
  }
  for (const head of [
    'Auto-Submitted: auto-replied',
    'Precedence: bulk',
    'List-Id: <x.example.org>',
    'X-Loop: x',
    'Return-Path: <>',
    'Content-Type: multipart/report; boundary=b',
  ])
    equal(await send(mail(`${head}\r\nX-Case: 1`, worm(1))), 250)
  equal(await send(mail('X-Case: null', worm(1)), ''), 250)
  equal(await send(mail('X-Case: foreign', worm(1)), 'owner@example.net'), 250)
  const two = `From: victim@example.net\r\n${mail('X-Case: two', worm(1)).toString('latin1')}`
  equal(await send(Buffer.from(two, 'latin1')), 250)
  equal(collector.kept(), kept + 34)
  deepEqual(await sentBy(), [])
})

test('a proven sender gets a receipt, beside the own mail, and so many a day', async () => {
  const hostile =
    'Message-ID: <one@client.example.org>\r\nX-Hostile: \x1b[2J\u202e\r\nReply-To: victim@example.net\r\n' +
    'Subject: IIS\r\n =?utf-8?Q?=0D=0ABcc:_victim@example.net?='
  const body = `${worm(9)}\r\n\x1b[2J \xe2\x80\xae nonsense http://evil.example.net/ <script>\r\n`
  equal(await send(mail(`${plain}\r\n${hostile}`, body)), 250)
  for (const id of ['<a\tb@x>', '<x@y>\r\n Bcc: victim@example.net', '<three@example.org>'])
    equal(await send(mail(`${plain}\r\nMessage-ID: ${id}`, worm(id.length))), 250)
  const receipts = await sentBy()
  equal(receipts.length, 3)
  for (const { from, to, text } of receipts) {
    deepEqual([from, to], ['', ['owner@example.org']])
    const [head = ''] = text.split('\r\n\r\n')
    const names = head.split(/\r\n(?![ \t])/).map(line => line.split(':')[0])
    equal(new Set(names).size, names.length)
    match(head, /^Auto-Submitted: auto-replied$/m)
    match(head, /^To: owner@example\.org$/m)
    ok(!/victim|bcc/i.test(text), text)
    ok(!/evil|script|nonsense/.test(text), text)
    ok(!/[^\r\n\x20-\x7e]/.test(text), text)
    match(text, /Kept as +[a-z0-9]{20,}/)
  }
  const [first] = receipts
  match(first!.text, /^In-Reply-To: <one@client\.example\.org>$/m)
  match(first!.text, /^References: <one@client\.example\.org>$/m)
  match(first!.text, /^Subject: Receipt: 1 of \d lines$/m)
  equal(receipts.filter(({ text }) => /^In-Reply-To:/m.test(text)).length, 1)
})

const attached = (file: Buffer, name = 'access.log') =>
  mail(
    `Content-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64`,
    file.toString('base64').replace(/.{76}/g, '$&\r\n'),
  )
const zeros = Buffer.alloc(200_000_000)

for (const [what, message, says] of [
  ['packed with gzip', () => attached(gzipSync(zeros)), /more than may be sent at once/],
  ['packed with zstd', () => attached(zstdCompressSync(zeros)), /more than may be sent at once/],
  ['zipped', () => attached(zip(zeros, 8)), /more than may be sent at once/],
  [
    'of ten thousand parts',
    () =>
      mail(
        'Content-Type: multipart/mixed; boundary=b',
        `${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(10_000)}--b--`,
      ),
    /cannot be read/,
  ],
  [
    'a thousand parts deep',
    () =>
      mail(
        'Content-Type: multipart/mixed; boundary=b0',
        Array.from(
          { length: 1000 },
          (_, index) =>
            `--b${index}\r\nContent-Type: multipart/mixed; boundary=b${index + 1}\r\n\r\n`,
        ).join(''),
      ),
    /cannot be read/,
  ],
] as const) {
  test(`a bomb ${what} is kept, not read, and holds nobody up`, async () => {
    const kept = collector.kept()
    equal(await send(message()), 250)
    equal(collector.kept(), kept + 1)
    const start = Date.now()
    equal(await send(mail(`${plain}\r\nX-After: ${what}`, worm(77))), 250)
    ok(Date.now() - start < 10_000)
    await collector.settled()
    using store = sqliteReader(collector.folder)
    const [, bomb] = store.submissions({ limit: 2 })
    match(bomb?.account?.advice.join('\n') ?? '', says)
    equal(lastAccount()?.accepted, 1)
  })
}

test('a name of a file that climbs out of a folder is only a name', async () => {
  for (const name of ['../../../etc/passwd', '/etc/cron.d/x', 'C:\\autoexec.bat', '..', 'a\0b']) {
    equal(await send(attached(gzipSync(`${worm(50 + name.length)}\n`), name)), 250)
    await collector.settled()
    equal(lastAccount()?.accepted, 1, name)
  }
})

test('a log in UTF-16 is read, and control and bidi characters do no harm', async () => {
  const text = Buffer.from(`\ufeff${worm(88)}\n`, 'utf16le')
  equal(await send(attached(text)), 250)
  await collector.settled()
  equal(lastAccount()?.accepted, 1)
  equal(await send(mail(plain, `\x1b[2J\u202e\x00\x07\r\n${worm(89)}\r\n\x9b31m`)), 250)
  await collector.settled()
  equal(lastAccount()?.accepted, 1)
})
