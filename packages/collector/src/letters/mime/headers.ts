import type { Headers } from '@zone-eu/mailsplit'

/** The header lines that anything here depends on. */
const read = [
  'subject',
  'from',
  'auto-submitted',
  'precedence',
  'list-id',
  'return-path',
  'reply-to',
  'x-loop',
  'x-auto-response-suppress',
  'content-type',
  'content-language',
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'message-id',
  'in-reply-to',
  'references',
  'x-redalert-case',
  'x-failed-recipients',
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-vacation',
  'x-apple-action',
  'rt-ticket',
] as const

/** Header lines of a message by name, unfolded, with encoded words decoded. */
export function headersOf(headers: Headers): ReadonlyMap<string, readonly string[]> {
  return new Map(
    read.map(key => [key, headers.getDecoded(key).map(({ value }) => value.trim())] as const),
  )
}
