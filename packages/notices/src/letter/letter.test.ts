import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { type Address, type Instant, signatures } from '@redalert/core'
import fc from 'fast-check'
import { exampleHost, exampleNotice } from '../../test/example-notice.ts'
import { anyNotice } from '../notice/any-notice.ts'
import type { Notice } from '../notice/notice.ts'
import { parseWebLink } from '../safe/web-link.ts'
import { columnsOf } from './columns.ts'
import { writeLetter } from './letter.ts'

/** A letter's text with its lines joined, so that a sentence is found wherever it was broken. */
function said(notice: Notice): string {
  return writeLetter(notice).text.replaceAll(/\s+/g, ' ')
}

function inLanguage(language: string, changes: Partial<Notice> = {}): Notice {
  const notice = exampleNotice(changes)
  return { ...notice, recipient: { ...notice.recipient, language } }
}

test('a letter says everything an owner needs, by itself', () => {
  const text = said(exampleNotice())
  for (const needed of [
    'We are the example desk.',
    'https://www.example.org/who-we-are',
    'The machine at 192.0.2.9 in your network is infected with the worm CodeRedII.',
    'between 2001-08-04T14:08:55Z and 2001-08-05T16:20:01Z (UTC)',
    'We did not connect to your machine and did not scan it',
    '192.0.2.9 51234 2001-08-04T14:08:55Z 12 2 - 2001-08-05T16:20:01Z',
    'GET /default[.]ida?X{224}[%]u9090',
    "its request holds the worm's complete code",
    'Windows 2000 with Internet Information Server 5.0',
    'The worm leaves back doors',
    'Install the patch of MS01-033',
    'RIPE: inetnum 192.0.2.0 - 192.0.2.255 (EXAMPLE-NET), abuse-c EX1-RIPE',
    'Your machine at 192.0.2.9 is infected with the worm CodeRedII.',
    'Please answer this mail.',
    'Please leave [RA-2001-000123] in the subject.',
    'https://notices.example.org/stop/7f3k',
    'Example notices <notices@example.org>',
  ])
    ok(text.includes(needed), `${needed}\n\n${text}`)
})

test('the case stands first in the subject', () => {
  equal(
    writeLetter(exampleNotice()).subject,
    '[RA-2001-000123] 192.0.2.9 is infected with the worm CodeRedII',
  )
})

test('how far a letter may be passed on stands in its subject and above everything it says', () => {
  const { subject, text } = writeLetter(exampleNotice({ tlp: 'AMBER' }))
  ok(subject.startsWith('[RA-2001-000123] [TLP:AMBER] 192.0.2.9'), subject)
  ok(text.startsWith('TLP:AMBER\n'), text.slice(0, 50))
})

test('of a machine about which we ask nothing is stated, in no language', () => {
  const hosts = [exampleHost({ voice: 'asks' })]
  for (const language of ['en', 'nl', 'de']) {
    const { subject, text } = writeLetter(inLanguage(language, { hosts }))
    const plain = `${subject} ${text.replaceAll(/\s+/g, ' ')}`
    ok(subject.endsWith('?'), subject)
    ok(!/ is infected with| is besmet met| ist mit .* infiziert\./.test(plain), plain)
    ok(/may be infected/.test(plain))
  }
})

test('a letter about every family there is names a few in its subject, and has all in its text', () => {
  const hosts = signatures.map(family => exampleHost({ family, reason: 'it did' }))
  const { subject, text } = writeLetter(exampleNotice({ hosts }))
  ok(subject.endsWith(` and ${signatures.length - 3} more`), subject)
  ok(subject.length < 400)
  for (const { name } of signatures) ok(text.replaceAll(/\s+/g, ' ').includes(name), name)
})

test('what is stated and what is asked stand apart in one letter', () => {
  const hosts = [
    exampleHost(),
    exampleHost({ source: '192.0.2.10' as Address, voice: 'asks', reason: 'it looked odd' }),
  ]
  const text = said(exampleNotice({ hosts }))
  ok(text.includes('The machine at 192.0.2.9 in your network is infected'))
  ok(text.includes('The machine at 192.0.2.10 in your network may be infected'))
  ok(text.includes('Perhaps infected with the worm CodeRedII (CVE-2001-0500)'))
})

test("the recipient's language comes first, English beneath, the table once", () => {
  for (const [language, opening] of [
    ['nl', 'Goedendag,'],
    ['de', 'Guten Tag,'],
  ] as const) {
    const { text } = writeLetter(inLanguage(language))
    ok(text.startsWith(`(English below)\n\n${opening}\n`), text.slice(0, 100))
    const english = text.indexOf('======= English =======')
    ok(text.indexOf('Hello,\n', english) > english)
    equal(text.split('GET\n').length + text.split('"GET /').length, 3)
  }
  ok(!writeLetter(inLanguage('en')).text.includes('English'))
})

test('who wrote before, and why he writes again, stands at the beginning', () => {
  const told = '2001-08-01T09:00:00Z' as Instant
  const to = exampleNotice().recipient.address
  const openings: readonly (readonly [Notice['stage'], string])[] = [
    [{ kind: 'more', told }, 'We wrote to you on 2001-08-01. What follows is new since then.'],
    [{ kind: 'reminder', told }, 'What follows was seen again since then.'],
    [{ kind: 'escalation', told, to }, 'we wrote about this to abuse@example.net'],
    [{ kind: 'country', country: 'NL' }, 'networks in this country (NL)'],
  ]
  for (const [stage, opening] of openings) ok(said(exampleNotice({ stage })).includes(opening))
})

test('a witness writes in his own name', () => {
  const { mailbox } = exampleNotice().sender
  const text = said(exampleNotice({ sender: { kind: 'witness', mailbox } }))
  ok(text.includes('This is a personal mail from Example notices, who runs a web server.'))
})

test('a link without which nothing works is not broken', () => {
  const link = parseWebLink(`https://notices.example.org/status/${'a'.repeat(100)}`)!
  ok(writeLetter(exampleNotice({ status: link })).text.includes(`\n${link}\n`))
})

test('twenty machines are listed with their evidence, the others counted', () => {
  const hosts = Array.from({ length: 54 }, (_, index) =>
    exampleHost({ source: `192.0.2.${index + 1}` as Address }),
  )
  const notice = exampleNotice({ hosts })
  const { text } = writeLetter(notice, { csv: 'hosts.csv', xarf: 20 })
  equal(text.split('GET').length - 1, 20)
  ok(text.includes('34 more machines are in the attached file.'))
  ok(text.includes('hosts.csv: all 54 machines as a table'))
  ok(text.includes('20 XARF reports'))
  const alone = { ...notice, recipient: { ...notice.recipient, form: 'text' as const } }
  ok(writeLetter(alone).text.includes('192.0.2.54  '))
})

test('machines of one family with different proofs each have theirs', () => {
  const hosts = ['192.0.2.1', '192.0.2.2'].map(source =>
    exampleHost({ source: source as Address, reason: `it fetched from ${source}` }),
  )
  const text = said(exampleNotice({ hosts }))
  for (const { reason } of hosts) ok(text.includes(`${reason}:`))
})

test('an estimate is told as one', () => {
  const hosts = [exampleHost({ requests: { count: 120_000, exact: false } })]
  const text = said(exampleNotice({ hosts }))
  ok(text.includes('≈ 120,000'))
  ok(text.includes('give or take 13 %'))
  ok(!said(exampleNotice()).includes('≈'))
})

test('an address too long for the table stands on a line of its own', () => {
  const hosts = [
    exampleHost({ source: '2001:db8:1111:2222:3333:4444:5555:6666' as Address }),
    exampleHost(),
  ]
  const lines = writeLetter(exampleNotice({ hosts })).text.split('\n')
  ok(lines.includes('2001:db8:1111:2222:3333:4444:5555:6666'))
  ok(lines.includes('192.0.2.9'))
})

test('a letter about nobody is not written', () => {
  throws(() => writeLetter(exampleNotice({ hosts: [] })), { name: 'Fault', code: 'bad-notice' })
})

test('whatever logs and registries say, the letter is 72 columns of text with nothing hidden in it', () => {
  fc.assert(
    fc.property(anyNotice, notice => {
      const { subject, text } = writeLetter(notice)
      ok(text.endsWith('\n'))
      for (const line of text.split('\n')) {
        const links = signatures.flatMap(({ references }) => references)
        if (!line.startsWith('https://') || !links.includes(line))
          ok(columnsOf(line) <= 72 || /^https:\S+$/.test(line), line)
        ok(!/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u.test(line), JSON.stringify(line))
        ok(!line.startsWith('From ') && line !== '.' && line === line.trimEnd(), line)
      }
      ok(!/[\p{Cc}\p{Cf}]/u.test(subject))
      const shown = notice.hosts.filter(({ source }) => text.includes(source))
      ok(shown.length >= Math.min(20, notice.hosts.length))
    }),
    { numRuns: 40 },
  )
})

test('the same notice gives the same letter, whatever the order of its machines', () => {
  fc.assert(
    fc.property(anyNotice, notice => {
      const other = { ...notice, hosts: notice.hosts.toReversed() }
      deepEqual(writeLetter(notice), writeLetter(other))
    }),
    { numRuns: 20 },
  )
})
