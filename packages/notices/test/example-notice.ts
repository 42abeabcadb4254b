import { type Address, type Instant, signatures } from '@redalert/core'
import type { NoticedHost } from '../src/notice/host.ts'
import type { Notice } from '../src/notice/notice.ts'
import { headerText } from '../src/safe/header-text.ts'
import { parseMailAddress } from '../src/safe/mail-address.ts'
import { parseMessageId } from '../src/safe/message-id.ts'
import { parseWebLink } from '../src/safe/web-link.ts'
import type { Post } from '../src/compose/post.ts'

/** A machine infected with CodeRedII, with a port in its log. */
export function exampleHost(changes: Partial<NoticedHost> = {}): NoticedHost {
  const line = `192.0.2.9:51234 - - [04/Aug/2001:14:08:55 +0000] "GET /default.ida?${'X'.repeat(224)}%u9090%u6858%ucbd3%u7801 HTTP/1.0" 404 283`
  return {
    report: '550e8400-e29b-41d4-a716-446655440000',
    source: '192.0.2.9' as Address,
    family: signatures.find(({ id }) => id === 'codered-x')!,
    voice: 'states',
    reason: "its request holds the worm's complete code, which only infected machines send",
    first: { at: '2001-08-04T14:08:55Z' as Instant, port: 51234 },
    last: { at: '2001-08-05T16:20:01Z' as Instant },
    requests: { count: 12, exact: true },
    reporters: 2,
    evidence: { at: '2001-08-04T14:08:55Z' as Instant, text: line },
    ownPayload: false,
    why: 'RIPE: inetnum 192.0.2.0 - 192.0.2.255 (EXAMPLE-NET), abuse-c EX1-RIPE',
    asn: 64500,
    country: 'NL',
    ...changes,
  }
}

/** A desk's first notice to an owner of one machine. */
export function exampleNotice(changes: Partial<Notice> = {}): Notice {
  return {
    sender: {
      kind: 'desk',
      mailbox: {
        name: headerText('Example notices'),
        address: parseMailAddress('notices@example.org')!,
      },
      organisation: headerText('the example desk'),
      website: parseWebLink('https://www.example.org/who-we-are')!,
    },
    recipient: { address: parseMailAddress('abuse@example.net')!, language: 'en', form: 'digest' },
    stage: { kind: 'first' },
    hosts: [exampleHost()],
    at: '2001-08-06T09:00:00Z' as Instant,
    caseName: headerText('RA-2001-000123'),
    stop: parseWebLink('https://notices.example.org/stop/7f3k')!,
    ...changes,
  }
}

export const examplePost: Post = {
  date: '2001-08-06T09:00:00Z' as Instant,
  messageId: parseMessageId('<ra-2001-000123.1.7f3k@example.org>')!,
  boundary: '0123456789abcdef0123456789abcdef',
  returnTo: parseMailAddress('b-abcdefg@bounce.example.org')!,
  replyTo: parseMailAddress('case-abcdefg@example.org')!,
  manner: {
    kind: 'automatic',
    list: headerText('redalert notices <notices.example.org>'),
    stopTo: parseMailAddress('stop-abcdefg@example.org')!,
    feedbackId: headerText('2001-08:first:1:redalert'),
  },
}
