import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import type { Instant } from '@redalert/core'
import fc from 'fast-check'
import { exampleHost, exampleNotice, examplePost } from '../../test/example-notice.ts'
import { hasProgram } from '../../test/has-program.ts'
import { cannotReadMails, type ReadMail, readMails } from '../../test/read-mails.ts'
import { hostsCsv } from '../csv/hosts-csv.ts'
import { languages } from '../languages/index.ts'
import { writeLetter } from '../letter/letter.ts'
import { anyNotice } from '../notice/any-notice.ts'
import type { Form, Notice } from '../notice/notice.ts'
import { split } from '../notice/split.ts'
import { headerText } from '../safe/header-text.ts'
import { parseMessageId } from '../safe/message-id.ts'
import { writeXarf } from '../xarf/xarf.ts'
import { compose } from './compose.ts'
import { attachedOf, partsOf } from './parts.ts'
import type { Post } from './post.ts'

const skip = cannotReadMails
const forms: readonly Form[] = ['digest', 'xarf', 'text', 'cert']

async function read(notice: Notice, post: Post = examplePost): Promise<ReadMail> {
  const { eml } = await compose(notice, post)
  const [mail] = readMails([eml])
  return mail!
}

function inForm(form: Form, changes: Partial<Notice> = {}): Notice {
  const notice = exampleNotice(changes)
  return { ...notice, recipient: { ...notice.recipient, form } }
}

function bodyOf(mail: ReadMail): string {
  return mail.parts[0]!.content.toString('utf8').replaceAll('\r\n', '\n')
}

function headersOf(mail: ReadMail): Record<string, string> {
  return Object.fromEntries(mail.headers)
}

test("Python's email reads the headers back as they were meant", { skip }, async () => {
  const thread = ['<ra-1@example.org>', '<ra-2@example.org>'].map(id => parseMessageId(id)!)
  const mail = await read(inForm('digest'), { ...examplePost, thread })
  const { 'Content-Type': type, 'MIME-Version': version, ...headers } = headersOf(mail)
  deepEqual(headers, {
    From: 'Example notices <notices@example.org>',
    To: 'abuse@example.net',
    'Reply-To': 'case-abcdefg@example.org',
    Subject: '[RA-2001-000123] 192.0.2.9 is infected with the worm CodeRedII',
    Date: 'Mon, 06 Aug 2001 09:00:00 +0000',
    'Message-ID': '<ra-2001-000123.1.7f3k@example.org>',
    'In-Reply-To': '<ra-2@example.org>',
    References: '<ra-1@example.org> <ra-2@example.org>',
    'Content-Language': 'en',
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    'List-ID': 'redalert notices <notices.example.org>',
    'List-Unsubscribe':
      '<https://notices.example.org/stop/7f3k>, <mailto:stop-abcdefg@example.org?subject=stop>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Feedback-ID': '2001-08:first:1:redalert',
    'X-Redalert-Case': 'RA-2001-000123',
    'X-Loop': 'redalert',
  })
  deepEqual([version, mail.defects], ['1.0', []])
  match(type!, /^multipart\/mixed; boundary="=_redalert-/)
})

test('the envelope is for the relay alone: bounces go where they can be told apart', async () => {
  const { envelope, eml } = await compose(inForm('digest'), examplePost)
  deepEqual(envelope, { from: 'b-abcdefg@bounce.example.org', to: 'abuse@example.net' })
  ok(!Buffer.from(eml).includes('bounce.example.org'))
})

test('a letter by hand is a draft, and claims no machine sent it', { skip }, async () => {
  const sender = { kind: 'witness', mailbox: exampleNotice().sender.mailbox } as const
  const mail = await read(inForm('digest', { sender }), {
    ...examplePost,
    manner: { kind: 'by-hand' },
  })
  const headers = headersOf(mail)
  equal(headers['X-Unsent'], '1')
  equal(headers['Auto-Submitted'], undefined)
  equal(headers['List-Unsubscribe'], undefined)
})

test(
  'the subject of a thread never changes, and may hold letters of any script',
  { skip },
  async () => {
    const subject = headerText(
      '[RA-2001-000123] Rechner „überall“ sind mit dem Wurm CodeRedII infiziert, 日本',
    )
    equal(headersOf(await read(inForm('text'), { ...examplePost, subject })).Subject, subject)
  },
)

test('the parts of each form are what was put in, byte for byte', { skip }, async () => {
  const hosts = Array.from({ length: 25 }, (_, index) =>
    exampleHost({ report: `550e8400-e29b-41d4-a716-4466554400${String(index + 10)}` }),
  )
  const digest = inForm('digest', { hosts })
  const [letter, csv, ...reports] = (await read(digest)).parts
  equal(
    letter!.content.toString().replaceAll('\r\n', '\n'),
    writeLetter(digest, attachedOf(partsOf(digest))).text,
  )
  equal(csv!.content.toString(), hostsCsv(digest))
  deepEqual(
    [csv!.type, csv!.name],
    ['text/csv', '2001-08-06-event4_honeypot_http_scan-redalert-as64500.csv'],
  )
  equal(reports.length, 20)
  deepEqual(JSON.parse(reports[0]!.content.toString()), writeXarf(hosts[0]!, digest))

  const cert = await read(inForm('cert', { hosts }))
  deepEqual(
    cert.parts.map(({ type }) => type),
    ['text/plain', 'text/csv'],
  )

  const text = await read(inForm('text', { hosts }))
  deepEqual([text.type, text.parts.length], ['text/plain', 1])
})

test('one machine a mail goes in the envelope of a feedback report', { skip }, async () => {
  const [notice] = split(inForm('xarf', { hosts: [exampleHost(), exampleHost()] }))
  const mail = await read(notice!)
  equal(mail.type, 'multipart/report')
  match(headersOf(mail)['Content-Type']!, /report-type="?feedback-report"?/)
  const [letter, fields, report] = mail.parts
  ok(letter!.content.includes('One XARF report'))
  deepEqual(
    [letter!.type, fields!.type, report!.type, report!.name],
    ['text/plain', 'message/feedback-report', 'application/json', 'xarf.json'],
  )
  const { 'User-Agent': agent, ...others } = Object.fromEntries(fields!.fields!)
  match(agent!, /^redalert\/\d+\.\d+\.\d+$/)
  deepEqual(others, {
    'Feedback-Type': 'xarf',
    Version: '1',
    'Source-IP': '192.0.2.9',
    'Source-Port': '51234',
    'Arrival-Date': 'Sat, 04 Aug 2001 14:08:55 +0000',
  })
  deepEqual(JSON.parse(report!.content.toString()), writeXarf(exampleHost(), notice!))
})

test('a report of several machines in one is refused', async () => {
  const hosts = [exampleHost(), exampleHost()]
  await rejects(compose(inForm('xarf', { hosts }), examplePost), { code: 'bad-notice' })
  await rejects(compose(inForm('text', { hosts: [] }), examplePost), { code: 'bad-notice' })
  await rejects(compose(inForm('text'), { ...examplePost, boundary: 'a\r\nb' }), {
    code: 'bad-header',
  })
})

test('a table too large for a mail is packed', { skip }, async () => {
  const url = Array.from({ length: 280 }, (_, index) =>
    String.fromCharCode(97 + ((index * 7) % 23)),
  ).join('')
  const text = `192.0.2.9 - - [04/Aug/2001:14:08:55 +0000] "GET /${url} HTTP/1.0" 404 283 "-" "-"`
  const host = exampleHost({ evidence: { at: '2001-08-04T14:08:55Z' as Instant, text } })
  const notice = inForm('cert', { hosts: Array.from({ length: 20_000 }, () => host) })
  const [, csv] = (await read(notice)).parts
  deepEqual([csv!.type, csv!.name?.endsWith('.csv.gz')], ['application/gzip', true])
  equal(gunzipSync(csv!.content).toString(), hostsCsv(notice))
})

test('the same notice and post give the same bytes, in lines that every relay takes', async () => {
  for (const form of forms) {
    const [one, other] = await Promise.all([1, 2].map(() => compose(inForm(form), examplePost)))
    deepEqual(one!.eml, other!.eml)
    const lines = Buffer.from(one!.eml).toString('latin1').split('\r\n')
    ok(lines.every(line => line.length <= 998 && /^[\t\x20-\x7e]*$/.test(line)))
  }
})

test(
  "whatever logs and registries say, Python's email reads each mail back exactly",
  { skip },
  async () => {
    const notices = fc.sample(anyNotice, 100)
    const mails = await Promise.all(notices.map(notice => compose(notice, examplePost)))
    const headersOfOne = headersOf(await read(exampleNotice()))
    for (const [index, mail] of readMails(mails.map(({ eml }) => eml)).entries()) {
      const notice = notices[index]!
      const parts = partsOf(notice)
      deepEqual(mail.defects, [])
      equal(headersOf(mail).Subject, mails[index]!.subject)
      const unknown = mail.headers.filter(
        ([name]) => !(name in headersOfOne) && name !== 'Content-Transfer-Encoding',
      )
      deepEqual(unknown, [])
      equal(new Set(mail.headers.map(([name]) => name)).size, mail.headers.length)
      equal(bodyOf(mail), writeLetter(notice, attachedOf(parts)).text)
      if (notice.recipient.form === 'xarf') {
        deepEqual(
          JSON.parse(mail.parts[2]!.content.toString()),
          writeXarf(notice.hosts[0]!, notice),
        )
        equal(mail.parts.length, 3)
        continue
      }
      deepEqual(
        mail.parts.slice(1).map(part => [part.name, part.content]),
        parts.map(({ name, content }) => [name, Buffer.from(content)]),
      )
    }
  },
)

const filter = 'spamassassin'
const noFilter = hasProgram(filter) ? false : 'needs SpamAssassin'

test(
  'SpamAssassin takes no form in no language for spam',
  { skip: noFilter, timeout: 120_000 },
  async () => {
    const post = { ...examplePost, date: '2026-11-25T02:00:00Z' as Instant }
    const notices = forms.flatMap(form =>
      languages.map(({ tag }) => {
        const notice = inForm(form)
        return { ...notice, recipient: { ...notice.recipient, language: tag } }
      }),
    )
    const mails = await Promise.all(notices.map(notice => compose(notice, post)))
    const spam = Buffer.from(mails[0]!.eml).toString('latin1').replace('Hello,', gtube)
    const box = [...mails.map(({ eml }) => eml), Buffer.from(spam, 'latin1')].map(inBox).join('')
    const { stdout } = spawnSync(filter, ['-L', '-t', '--mbox'], {
      input: box,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
    const scores = [...stdout.matchAll(/^X-Spam-Status: \w+, score=(-?[\d.]+)/gm)].map(
      ([, score]) => Number(score),
    )
    equal(scores.length, mails.length + 1, stdout.slice(0, 500))
    // It answers in an order of its own.
    const sorted = scores.toSorted((one, other) => one - other)
    ok(sorted.pop()! > 100, 'it takes nothing for spam, so this proves nothing')
    ok(sorted.pop()! < 1, `${scores.join(' ')}\n${stdout.slice(-2000)}`)
  },
)

/** The text that every filter takes for spam, so that filters can be tried. */
const gtube = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X'

function inBox(eml: Uint8Array): string {
  const text = Buffer.from(eml).toString('latin1').replaceAll('\r\n', '\n')
  return `From a Wed Nov 25 02:00:00 2026\n${text}\n`
}
