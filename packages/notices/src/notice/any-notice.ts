import {
  type Address,
  grades,
  type Instant,
  instantOfSeconds,
  parseAddress,
  type Signature,
  signatures,
} from '@redalert/core'
import fc from 'fast-check'
import { headerText } from '../safe/header-text.ts'
import { parseMailAddress } from '../safe/mail-address.ts'
import { parseWebLink } from '../safe/web-link.ts'
import type { NoticedHost } from './host.ts'
import type { Notice } from './notice.ts'
import { voiceOf } from './voice.ts'

/** Texts that hurt: line ends, other records, terminal orders, text written backwards, formulas, headers, boundaries. */
export const nasty = fc.constantFrom(
  '\r\nBcc: victim@example.org\r\n\r\n',
  '\n.\n',
  '\n\n--=_redalert-0-Part_1\n',
  '\x1b[2J\x1b]0;title\x07',
  '\u202e\u2066gpj.exe',
  '\u200b\u200d\ufeff',
  '\u2028\u2029\x85',
  '\x00\x7f\x9b',
  '=HYPERLINK("http://example.org";"x")',
  '\t@SUM(1+1)*cmd|',
  '＝1+1',
  'From nobody Sat Aug  4 14:08:55 2001',
  '=?utf-8?q?=0D=0ABcc:_victim@example.org?=',
  'é\xff\xc3(',
  '日本語のテキスト',
  '"; drop',
)

/** Any text, with something nasty in it. */
export const anyHostile = fc
  .tuple(fc.string({ unit: 'binary', maxLength: 60 }), nasty, fc.string({ maxLength: 400 }))
  .map(parts => parts.join(''))

export const anyInstant = fc
  .integer({ min: 990_000_000, max: 1_900_000_000 })
  .map(seconds => instantOfSeconds(seconds) as Instant)

const anyAddress = fc
  .oneof(fc.ipV4(), fc.ipV6())
  .map(text => parseAddress(text))
  .filter((address): address is Address => address !== undefined)

const anyFamily = fc.constantFrom(...signatures)

/** The lines that prove a family, as its own samples have them, and hostile ones. */
function anyEvidence({ marks }: Signature) {
  const samples = Object.values(marks).flatMap(mark => mark.samples.positive)
  return fc.oneof(fc.constantFrom(...samples), anyHostile)
}

const anyGrade = fc.constantFrom(...grades.filter(grade => grade !== 'probe'))

export const anyHost: fc.Arbitrary<NoticedHost> = anyFamily.chain(family =>
  fc
    .record({
      report: fc.uuid({ version: 4 }),
      source: anyAddress,
      family: fc.constant(family),
      voice: fc
        .tuple(anyGrade, fc.constantFrom('assert' as const, 'ask' as const))
        .map(([grade, may]) => voiceOf(grade, may) ?? 'asks'),
      reason: fc.oneof(anyHostile, fc.constantFrom(...family.proves.map(({ because }) => because))),
      times: fc.tuple(anyInstant, anyInstant).map(pair => pair.toSorted()),
      ports: fc.tuple(anyPort, anyPort),
      requests: fc.record({ count: fc.integer({ min: 1, max: 2_000_000 }), exact: fc.boolean() }),
      reporters: fc.integer({ min: 1, max: 5000 }),
      evidence: fc.option(anyEvidence(family), { nil: undefined }),
      ownPayload: fc.boolean(),
      why: fc.oneof(anyHostile, fc.constant('RIPE: inetnum 192.0.2.0 - 192.0.2.255, abuse-c EX1')),
      asn: fc.option(fc.integer({ min: 1, max: 4_294_967_295 }), { nil: undefined }),
      country: fc.option(fc.constantFrom('NL', 'DE', 'US'), { nil: undefined }),
    })
    .map(({ times, ports, evidence, asn, country, ...host }) => {
      const [first, last] = times as [Instant, Instant]
      return {
        ...host,
        first: { at: first, ...(ports[0] && { port: ports[0] }) },
        last: { at: last, ...(ports[1] && { port: ports[1] }) },
        ...(evidence !== undefined && { evidence: { at: first, text: evidence } }),
        ...(asn !== undefined && { asn }),
        ...(country !== undefined && { country }),
      }
    }),
)

const anyPort = fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined })

const anySender: fc.Arbitrary<Notice['sender']> = fc.oneof(
  fc.constant<Notice['sender']>({
    kind: 'witness',
    mailbox: { name: headerText('Zoë "Z" Example, Ltd.'), address: address('zoe@example.org') },
  }),
  fc.constant<Notice['sender']>({
    kind: 'desk',
    mailbox: { name: headerText('Example notices'), address: address('notices@example.org') },
    organisation: headerText('Example CERT (Zürich)'),
    website: link('https://www.example.org/who-we-are'),
  }),
)

const anyStage: fc.Arbitrary<Notice['stage']> = fc.oneof(
  fc.constant<Notice['stage']>({ kind: 'first' }),
  anyInstant.map(told => ({ kind: 'more' as const, told })),
  anyInstant.map(told => ({ kind: 'reminder' as const, told })),
  anyInstant.map(told => ({ kind: 'escalation' as const, told, to: address('abuse@example.net') })),
  fc.constant<Notice['stage']>({ kind: 'country', country: 'NL' }),
)

/** Any notice, hostile wherever something from outside stands in it. */
export const anyNotice: fc.Arbitrary<Notice> = fc
  .record({
    sender: anySender,
    recipient: fc.record({
      address: fc.constant(address('abuse@example.com')),
      language: fc.constantFrom('en', 'nl', 'de', 'fy'),
      form: fc.constantFrom('digest' as const, 'xarf' as const, 'text' as const, 'cert' as const),
    }),
    stage: anyStage,
    hosts: fc.array(anyHost, { minLength: 1, maxLength: 30 }),
    at: anyInstant,
    named: fc.boolean(),
    tlp: fc.option(fc.constantFrom('GREEN' as const, 'AMBER+STRICT' as const), { nil: undefined }),
    linked: fc.boolean(),
  })
  .map(({ named, linked, tlp, ...notice }) => ({
    ...notice,
    hosts: notice.recipient.form === 'xarf' ? notice.hosts.slice(0, 1) : notice.hosts,
    ...(named && { caseName: headerText('RA-2026-000123') }),
    ...(tlp && { tlp }),
    ...(linked && {
      status: link('https://notices.example.org/status/abcdefghijklmnopqrstuvwxyz'),
      stop: link('https://notices.example.org/stop/abcdefghijklmnopqrstuvwxyz'),
    }),
  }))

function address(text: string) {
  return parseMailAddress(text)!
}

function link(text: string) {
  return parseWebLink(text)!
}
