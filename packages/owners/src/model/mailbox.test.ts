import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseMailbox } from './mailbox.ts'

const read: readonly (readonly [text: string, mailbox: string])[] = [
  ['abuse@example.org', 'abuse@example.org'],
  [' abuse@Example.ORG ', 'abuse@example.org'],
  ['<abuse@example.org>', 'abuse@example.org'],
  ['mailto:abuse@example.org', 'abuse@example.org'],
  ["o'brien+net@example.org", "o'brien+net@example.org"],
  ['abuse@bücher.example', 'abuse@xn--bcher-kva.example'],
]
for (const [text, mailbox] of read)
  test(`reads "${text}" as ${mailbox}`, () => equal(parseMailbox(text), mailbox))

const refused = [
  '',
  'abuse',
  '@example.org',
  'abuse@',
  'a@b@example.org',
  'a b@example.org',
  '"a b"@example.org',
  '.a@example.org',
  'a..b@example.org',
  'a@example',
  'a@example.org.',
  'a@-example.org',
  'a@exa_mple.org',
  'a@[192.0.2.1]',
  'a@192.0.2.1',
  'a@example.123',
  'a@example.org\r\nBcc: b@example.org',
  'a@example.org,b@example.org',
  'Abuse <abuse@example.org>',
  'abuse(comment)@example.org',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b.'.repeat(130)}org`,
  'ä@example.org',
  'a%b@c@example.org',
]
for (const text of refused)
  test(`refuses ${JSON.stringify(text)} as a mailbox`, () => equal(parseMailbox(text), undefined))

test('a mailbox is one line of plain letters, and reads as itself', () => {
  const text = fc.oneof(
    fc.emailAddress(),
    fc.string({ unit: 'binary' }).map(some => `${some}@example.org`),
  )
  fc.assert(
    fc.property(text, one => {
      const mailbox = parseMailbox(one)
      if (mailbox === undefined) return
      ok(/^[\x21-\x7e]+$/.test(mailbox))
      equal(mailbox.split('@').length, 2)
      equal(parseMailbox(mailbox), mailbox)
    }),
  )
})
