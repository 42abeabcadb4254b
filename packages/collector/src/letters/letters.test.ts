import { deepEqual, equal, ok } from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Instant } from '@redalert/core'
import { unpack } from '../unpacking/unpack.ts'
import { matcher } from '../verify/matcher.ts'
import { verifyLines } from '../verify/verify-lines.ts'
import { mail, zip } from './any-mail.ts'
import { isAutomatic } from './is-automatic.ts'
import { parseMessage } from './mime/parse-message.ts'
import { readLetter } from './read-letter.ts'
import { withoutLinks } from './repairs/links.ts'
import { readSubject } from './subject.ts'

const shared = join(import.meta.dirname, '../../../../../shared/data')
const noShared = existsSync(shared) ? false : '../shared/data is not there'
const match = matcher()
const worm = `192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /scripts/..%255c../winnt/system32/cmd.exe?/c+dir HTTP/1.0" 404 283 "-" "-"`

async function read(message: Buffer) {
  const letter = await readLetter(message)
  const now = '2026-11-25T00:00:00Z' as Instant
  const found = verifyLines(letter.lines, {
    now,
    profile: 'exercise',
    context: {},
    match,
    sensor: 's',
  })
  return { ...letter, ...found, kinds: [...letter.repairs.keys()] }
}

const text = (body: string, subject = 'APACHE') =>
  mail('Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit', body, subject)

for (const [subject, words] of [
  ['APACHE', { format: 'APACHE' }],
  ['apache', { format: 'APACHE' }],
  ['Re: Fwd: iis', { format: 'IIS' }],
  ['AW: [redalert] W3C', { format: 'W3C' }],
  [
    'FORMAT DSHIELD USERID 12345 TZ -04:00 VERSION DShield Framework 2013-05-17',
    { format: 'DSHIELD', zone: '-04:00', userId: '12345' },
  ],
  ['format iis userid 0 tz +0200', { format: 'IIS', zone: '+0200', userId: '0' }],
  ['FORMAT SNORT USERID x TZ somewhere', {}],
  ['Code Red in my logs', {}],
  ['', {}],
  ['TZ', {}],
] as const) {
  test(`the subject "${subject}" says ${JSON.stringify(words)}`, () =>
    deepEqual(readSubject(subject), words))
}

test('a subject that nobody should send is read in no time', () => {
  deepEqual(readSubject('Re: '.repeat(100_000)), {})
  deepEqual(readSubject(`[${'['.repeat(100_000)}`), {})
})

test('the first line may name the sensor, and local times get the zone of the subject', async () => {
  const line =
    '[Wed Dec 07 01:10:12 2005] [error] [client 192.0.2.7] File does not exist: /var/www/html/scripts/root.exe'
  const letter = await readLetter(
    text(`\r\nSensor: www1.example.org\r\n${line}`, 'FORMAT APACHE TZ +01:00'),
  )
  deepEqual([letter.sensor, letter.zone, letter.skipped], ['www1.example.org', '+01:00', 1])
  deepEqual(
    letter.lines.map(each => each.number),
    [1, 3],
  )
})

test('lines that could be put together in two ways are refused', async () => {
  const line =
    '[Wed Dec 07 01:10:12 2005] [error] [client 192.0.2.7] File does not exist: /var/www/html/scripts'
  const wider = `192.0.2.9 - - [19/Jul/2001:16:08:55 +0200] "GET /a-page-with-quite-a-long-name/and-a-longer-one HTTP/1.0" 200 5`
  const { counts } = await read(text([wider, line, '/root.exe', wider].join('\r\n')))
  deepEqual(
    counts.refused.map(({ reason, numbers }) => [reason, numbers]),
    [['ambiguous-line', [[2, 2]]]],
  )
  equal(counts.other, 2)
})

test('words around a log are not made part of it', async () => {
  const { lines } = await read(
    text(['Hello', worm, '2 more lines follow', worm, 'Regards', 'Somebody'].join('\r\n')),
  )
  deepEqual(
    lines.filter(({ text }) => text.includes('cmd.exe')).map(each => each.text),
    [worm, worm],
  )
})

test('an address that a mail filter replaced is not believed', async () => {
  const line = `192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /x?u=https://nam02.safelinks.protection.outlook.com/?url=http%3A%2F%2Fa HTTP/1.0" 404 283`
  const { counts } = await read(text(line))
  deepEqual(
    counts.refused.map(({ reason }) => reason),
    ['link-rewritten'],
  )
})

test('a link is undone only where the address stands before it', () => {
  equal(withoutLinks('"http://a.example.org/ <http://a.example.org/>"'), '"http://a.example.org/"')
  equal(withoutLinks('www.example.org<http://www.example.org/> x'), 'www.example.org x')
  equal(withoutLinks('a@example.org <mailto:a@example.org>'), 'a@example.org')
  equal(withoutLinks('/?x=<http://example.org>'), '/?x=<http://example.org>')
  equal(withoutLinks('<'.repeat(70_000)), '<'.repeat(70_000))
})

test('an encrypted letter is not read, and the sender is told', async () => {
  const letter = await readLetter(
    text('-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----'),
  )
  deepEqual([letter.lines.length, letter.advice.length], [0, 1])
})

test("DShield's lines are contacts, and nobody is accused by them", async () => {
  const line = '2001-07-19 16:55:47 +01:00\t0\t1\t192.0.2.12\t???\t198.51.100.7\t80\t6\t'
  const padded =
    '2001-07-19 16:55:47 +0100\t12345\t3\t192.000.002.012\t1025\t198.51.100.7\t80\tTCP\tS'
  const { counts, cells } = await read(
    text(`${line}\r\n${padded}`, 'FORMAT DSHIELD USERID 0 TZ +01:00 Fail2Ban'),
  )
  deepEqual([counts.contacts, counts.refused, cells.size], [2, [], 0])
})

test(
  'the sample that the press of 2001 printed, folded at 79 columns, is read',
  { skip: noShared },
  async () => {
    const body = readFileSync(
      join(shared, 'logs/worm/apacheweek-codered-wrapped-2001.txt'),
      'latin1',
    )
    const { counts, kinds, lines } = await read(text(body))
    const reasons = counts.refused.map(({ reason }) => reason)
    ok(reasons.includes('private-source'), 'its address is a private one')
    equal(reasons.includes('ambiguous-line'), false)
    deepEqual(kinds, ['wrapped'])
    ok(lines.some(line => line.text.endsWith('%u00=a HTTP/1.0" 400 252 -')))
  },
)

test('mails that hold no log accuse nobody', { skip: noShared }, async () => {
  const folder = join(shared, 'mail')
  for (const name of readdirSync(folder).filter(each => each.endsWith('.eml'))) {
    const { cells } = await read(readFileSync(join(folder, name)))
    equal(cells.size, 0, name)
  }
})

test('nobody sits behind a bounce, a list or an automatic answer', { skip: noShared }, async () => {
  const truth = readFileSync(join(shared, 'mail/TRUTH.tsv'), 'utf8')
    .split('\n')
    .map(line => line.split('\t'))
  const answered = []
  for (const [name, kind] of truth) {
    if (!/bounce|dsn|auto-reply/.test(kind ?? '') || !existsSync(join(shared, 'mail', name!)))
      continue
    const parsed = await parseMessage(readFileSync(join(shared, 'mail', name!)))
    if ('message' in parsed && !isAutomatic(parsed.message.headers, undefined)) answered.push(name)
  }
  // Some bounces look like letters of a person in their header; their empty envelope sender tells them.
  ok(answered.length < 30, answered.join('\n'))
})

test('an empty envelope sender is never answered', () => {
  ok(isAutomatic(new Map(), ''))
  equal(
    isAutomatic(new Map([['from', ['Somebody <owner@example.org>']]]), 'owner@example.org'),
    false,
  )
  ok(isAutomatic(new Map([['from', ['no-reply@example.org']]]), 'x@example.org'))
  ok(isAutomatic(new Map([['auto-submitted', ['auto-replied']]]), 'x@example.org'))
})

for (const [what, message] of [
  [
    'ten thousand parts',
    () =>
      mail(
        'Content-Type: multipart/mixed; boundary=b',
        `${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(10_000)}--b--`,
      ),
  ],
  [
    'messages in messages, five thousand deep',
    () => mail('Content-Type: message/rfc822', 'Content-Type: message/rfc822\r\n\r\n'.repeat(5000)),
  ],
  [
    'multiparts in multiparts',
    () =>
      mail(
        'Content-Type: multipart/mixed; boundary=b0',
        Array.from(
          { length: 2000 },
          (_, index) =>
            `--b${index}\r\nContent-Type: multipart/mixed; boundary=b${index + 1}\r\n\r\n`,
        ).join(''),
      ),
  ],
  ['a hundred thousand header lines', () => mail('X: y\r\n'.repeat(100_000).trimEnd(), 'x')],
  ['a header line of a megabyte', () => mail(`X: ${'y'.repeat(1_000_000)}`, 'x')],
  [
    'HTML nested twenty thousand deep',
    () => mail('Content-Type: text/html', '<div><b>'.repeat(10_000)),
  ],
  [
    'an open tag that never ends',
    () => mail('Content-Type: text/html', `<${'a'.repeat(2_000_000)}`),
  ],
  ['a body of one character a line', () => text('x\r\n'.repeat(100_000))],
  [
    'a body of half lines',
    () =>
      text(
        `192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /\r\n${'y'.repeat(76)}\r\n`.repeat(5000),
      ),
  ],
  ['a body of equal lines that are none', () => text(`${'z'.repeat(76)}\r\n`.repeat(50_000))],
  ['a line of ten megabytes', () => text('y'.repeat(10_000_000))],
  ['a header of W3C on every line', () => text('#Fields: date time c-ip\r\n'.repeat(100_000))],
  ['control and bidi characters', () => text(`\x1b[2J\u202e${worm}\0\x07`)],
  ['nothing at all', () => Buffer.alloc(0)],
  ['no header', () => Buffer.from(worm)],
  ['only zero bytes', () => Buffer.alloc(100_000)],
] as const) {
  test(`${what} is survived, in seconds`, async () => {
    const bytes = message()
    const start = process.cpuUsage()
    await read(bytes)
    const used = process.cpuUsage(start)
    ok(used.user < 20_000_000, `${used.user / 1e6} s`)
  })
}

test('what is packed a thousandfold is not unpacked', async () => {
  const zeros = Buffer.alloc(30_000_000)
  equal((await unpack(gzipSync(zeros), 1_000_000)).kind, 'too-large')
  equal((await unpack(zip(zeros, 8), 1_000_000)).kind, 'too-large')
  const gzip = await unpack(gzipSync(Buffer.concat([gzipSync(zeros), Buffer.from('x')])), 1_000_000)
  equal(gzip.kind, 'gzip')
})

test('a zip file that lies about itself is refused', async () => {
  const good = zip(Buffer.from(`${worm}\n`), 8)
  equal((await unpack(good, 1000)).kind, 'zip')
  for (let at = 0; at < good.length; at++) {
    const bad = Buffer.from(good)
    bad[at]! ^= 0xff
    const { kind } = await unpack(bad, 1_000_000)
    ok(['zip', 'broken', 'too-large', 'plain'].includes(kind))
  }
  equal((await unpack(good.subarray(0, good.length - 5), 1000)).kind, 'broken')
})

test('an attachment that is no log, or damaged, is said', async () => {
  const attach = (file: Buffer) =>
    mail(
      'Content-Type: application/octet-stream; name=x\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64',
      file.toString('base64').replace(/.{76}/g, '$&\r\n'),
    )
  for (const file of [Buffer.from('\x89PNG\0\0\0'), gzipSync(Buffer.from('x')).subarray(0, 12)]) {
    const letter = await readLetter(attach(file))
    deepEqual([letter.lines.length, letter.advice.length], [0, 1])
  }
})
