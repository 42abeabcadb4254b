import { equal } from 'node:assert/strict'
import type { Source } from '@redalert/core'
import { returnAddress } from '@redalert/notices'
import { at } from '../cases/book/any-event.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import type { Draft } from '../letterbox.ts'
import { oursFrom } from '../letters/answer/ours-from.ts'
import { listen } from '../letters/listen.ts'
import { sentEvents } from '../outbox/planning/sent-events.ts'
import { returnPrefixes } from '../telling/compose-letter.ts'
import { hearing, type HearingParts } from './hearing.ts'

export const domain = 'notices.example.org'
export const key = Buffer.from('the key of our addresses')
export const family = 'nimda'
export const hosts = ['192.0.2.1', '192.0.2.2'].map(source => ({
  source: source as Source,
  family,
}))
export const contact = 'abuse@desk.example.org'

/** The token of the so-many-th letter. */
export function tokenOf(number: number): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => number)
}

/** The addresses of the so-many-th letter. */
export function addressesOf(number: number, by: Uint8Array = key) {
  const token = tokenOf(number)
  const made = (prefix: string) => returnAddress(token, { prefix, domain, key: by })
  return { bounces: made(returnPrefixes.bounces), answers: made(returnPrefixes.answers) }
}

/** The so-many-th letter, as it was made. */
export function draftOf(number = 1, to = contact): Draft {
  return {
    contact: to,
    mailbox: to,
    organisation: null,
    rung: 'owner',
    stage: 'first',
    hosts,
    decidedBy: [],
    caseName: `RA-2026-00000${number}`,
    at: at(2),
    messageId: `<ra-00000000-0000-4000-8000-00000000000${number}@${domain}>`,
    subject: `[RA-2026-00000${number}] 2 machines`,
    returnTo: addressesOf(number).bounces,
    mail: Buffer.from('Subject: 2 machines\r\n\r\na letter\r\n'),
  }
}

/** Writes a letter that has left, and what it told, into a ledger. */
export function leave(file: string, by: Uint8Array = key, language = 'en'): Draft {
  using ledger = openLedger(file)
  const mail = Buffer.from(
    `Subject: 2 machines\r\nContent-Language: ${language}\r\n\r\na letter\r\n`,
  )
  const draft = { ...draftOf(), returnTo: addressesOf(1, by).bounces, mail }
  tellIn(ledger, draft)
  return draft
}

function tellIn({ book, letterbox }: ReturnType<typeof openLedger>, draft: Draft): void {
  const sight = { first: at(0), last: at(1), grade: 'infected', may: 'assert' } as const
  for (const { source } of draft.hosts)
    book.append([{ of: 'host', event: { source, family, at: at(1), kind: 'seen', ...sight } }])
  const id = letterbox.letGo(draft, sentEvents(draft, draft))
  equal(letterbox.take(id, at(2)), 'taken')
  letterbox.note(id, { kind: 'sent', at: at(2) }, [])
}

/** A collector's ear, and the ledger behind it, with one letter that has left. */
export function anyHearing(more: Partial<HearingParts> = {}) {
  const ledger = openLedger(':memory:')
  tellIn(ledger, draftOf())
  const alarms: string[] = []
  const ours = oursFrom({ domains: [domain], key, prefixes: returnPrefixes })
  const ear = hearing({
    ledger,
    ours,
    listen: (body, envelope) => listen(body, envelope, ours),
    returnTo: token => [returnAddress(token, { prefix: returnPrefixes.bounces, domain, key })],
    peaceDays: 14,
    now: () => at(10),
    alarm: sentence => alarms.push(sentence),
    ...more,
  })
  return { ...ledger, ...ear, alarms }
}

type AnyMail = {
  readonly to: string
  readonly from?: string
  readonly subject?: string
  readonly head?: string
  readonly body: string
}

/** A mail as it stands in SMTP. */
export function mailOf({
  to,
  from = contact,
  subject = 'Re: 2 machines',
  head,
  body,
}: AnyMail): Buffer {
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    ...(head === undefined ? ['Content-Type: text/plain; charset=utf-8'] : [head]),
    '',
    body,
    '',
  ]
  return Buffer.from(lines.join('\n').replaceAll('\n', '\r\n'))
}

/** What a mail server sends back for a mailbox. */
export function bounceOf(to: string, says: string): Buffer {
  const status = says.split(' ')[1] ?? ''
  return mailOf({
    to,
    from: 'MAILER-DAEMON@mx.desk.example.org',
    subject: 'Undelivered Mail Returned to Sender',
    head: 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    body: `--b\nContent-Type: text/plain\n\nIt could not be delivered.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.desk.example.org\n\nFinal-Recipient: rfc822; ${contact}\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${says}\n\n--b--`,
  })
}

/** What a provider sends when a reader called a mail unwanted. */
export function complaintOf(to: string, enclosed: string): Buffer {
  return mailOf({
    to,
    from: 'feedback@provider.example.net',
    subject: 'FW: 2 machines',
    head: 'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
    body: `--b\nContent-Type: text/plain\n\nA complaint.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: provider/1\nVersion: 1\n\n--b\nContent-Type: message/rfc822\n\n${enclosed}\nSubject: 2 machines\n\na letter\n--b--`,
  })
}
