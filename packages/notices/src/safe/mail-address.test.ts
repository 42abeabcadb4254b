import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nasty } from '../notice/any-notice.ts'
import { domainOf, parseMailAddress } from './mail-address.ts'
import { parseMailbox } from './mailbox.ts'
import { parseMessageId } from './message-id.ts'
import { parseWebLink } from './web-link.ts'

test('plain addresses are read', () => {
  for (const text of [
    'abuse@example.org',
    'a.b+c@sub.example.co',
    "o'neil_1@xn--bcher-kva.example",
  ])
    equal(parseMailAddress(text), text)
})

test('an address that programs could read in two ways is none', () => {
  const odd = [
    '',
    'abuse',
    '@example.org',
    'abuse@example',
    'a@b@example.org',
    '"a b"@example.org',
    'a..b@example.org',
    '.a@example.org',
    'a@-example.org',
    'a@example.org.',
    'a@192.0.2.1',
    'a@[192.0.2.1]',
    'a(comment)@example.org',
    'a@example.org,b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    ' a@example.org',
    'é@example.org',
    'a@exämple.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(64)}.example.org`,
    `a@${'b.'.repeat(130)}org`,
  ]
  for (const text of odd) equal(parseMailAddress(text), undefined, text)
})

test('whatever is read as an address, a mailbox, a name of a mail or a link holds no way out of a header', () => {
  const parts = fc.constantFrom('a', '@', '.', 'example.org', '<', '>', ' ', ',', '"', 'https://')
  const any = fc.oneof(
    nasty,
    fc.array(fc.oneof(parts, nasty)).map(some => some.join('')),
  )
  fc.assert(
    fc.property(any, text => {
      const { name = '', address = '' } = parseMailbox(text) ?? {}
      const read = [parseMailAddress(text), name, address, parseMessageId(text), parseWebLink(text)]
      for (const one of read) ok(!/[\r\n\0]/.test(one ?? ''), one)
    }),
  )
})

test('a mailbox is an address with or without a name', () => {
  const address = parseMailAddress('ann@example.org')!
  equal(parseMailbox('ann@example.org')?.address, address)
  equal(parseMailbox('Ann Example <ann@example.org>')?.name, 'Ann Example')
  equal(parseMailbox('"Example, Ann" <ann@example.org>')?.name, 'Example, Ann')
  for (const odd of [
    'Ann ann@example.org',
    'Ann <ann@example.org> x',
    'A<b>C <ann@example.org>',
    '<>',
    '',
  ])
    equal(parseMailbox(odd), undefined, odd)
})

test('the domain of an address is in lower case', () => {
  equal(domainOf(parseMailAddress('Ann@Example.ORG')!), 'example.org')
})

test('a link goes over https, and holds no password', () => {
  equal(parseWebLink('https://example.org/a?b=c'), 'https://example.org/a?b=c')
  for (const odd of [
    'http://example.org/',
    'https://user:secret@example.org/',
    'https://example.org/#here',
    'https://example.org/a b',
    'https://example.org/>',
    'javascript:alert(1)',
    'https://',
  ])
    equal(parseWebLink(odd), undefined, odd)
})
