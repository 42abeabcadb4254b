import { deepEqual, equal, match, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { type Address, Fault, parseAddress, parseNetwork } from '@redalert/core'
import { parseMailbox } from '../model/mailbox.ts'
import { parseRange } from '../ranges/range.ts'
import { exerciseNeverList, neverList } from './never-list.ts'
import { readNeverList } from './read-never-list.ts'

const address = (text: string) => parseAddress(text) as Address

test('an address that belongs to nobody is ignored, and it is said why', () => {
  deepEqual(neverList().address(address('192.168.1.1')), {
    action: 'ignore',
    reason: '192.168.0.0/16 is private (RFC 1918)',
  })
  equal(neverList().address(address('::ffff:10.0.0.1'))?.action, 'ignore')
  equal(neverList().address(address('2002:c000:201::1'))?.action, 'ignore')
  equal(neverList().address(address('193.0.6.135')), undefined)
})

test('real mail never goes to a documentation address, an exercise may send it', () => {
  for (const text of ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1']) {
    equal(neverList().address(address(text))?.action, 'ignore')
    equal(exerciseNeverList().address(address(text)), undefined)
  }
  equal(exerciseNeverList().address(address('10.0.0.1'))?.action, 'ignore')
  equal(neverList().kind, 'production')
  equal(exerciseNeverList().kind, 'exercise')
})

test('an exercise names the blocks that it tells', () => {
  const tellable = [parseNetwork('192.0.2.0/24')!]
  equal(exerciseNeverList({ tellable }).address(address('192.0.2.1')), undefined)
  equal(exerciseNeverList({ tellable }).address(address('203.0.113.1'))?.action, 'ignore')
})

test('our own networks and domains are never told', () => {
  const list = neverList({ own: [parseNetwork('193.0.6.0/24')!], ownDomains: ['Example.org'] })
  match(list.address(address('193.0.6.7'))?.reason ?? '', /our own networks/)
  match(list.mailbox(parseMailbox('a@mx.example.org')!) ?? '', /our own/)
  equal(list.mailbox(parseMailbox('a@notexample.org')!), undefined)
})

test('of several entries that hold an address the strictest counts', () => {
  const entries = readNeverList(
    `# front ends
     193.0.0.0/16   port-only  a gateway of many
     193.0.6.0/24   hold       a content network   # of somebody
     193.0.6.7      ignore
     193.0.8.0 - 193.0.8.9 hold
     193.0.8.4 port-only`,
    'lists/own',
  )
  const list = neverList({ entries })
  deepEqual(list.address(address('193.0.6.1')), { action: 'hold', reason: 'a content network' })
  equal(entries[1]?.reason, 'a content network')
  equal(list.address(address('193.0.6.7'))?.reason, 'it is listed in lists/own')
  equal(list.address(address('193.0.7.1'))?.action, 'port-only')
  equal(list.address(address('193.0.8.9'))?.action, 'hold')
  equal(list.address(address('193.0.8.4'))?.action, 'hold')
  equal(list.address(address('193.1.0.1')), undefined)
})

test('the same range twice on a list counts with the stricter action, in either order', () => {
  const range = parseRange('193.0.6.0/24')!
  const hold = { range, action: 'hold', reason: 'one' } as const
  const ignore = { range, action: 'ignore', reason: 'two' } as const
  for (const entries of [
    [hold, ignore],
    [ignore, hold],
  ])
    equal(neverList({ entries }).address(address('193.0.6.1'))?.action, 'ignore')
})

for (const [text, sentence] of [
  ['nonsense hold', /own, line 1: nonsense is no network/],
  [
    '\n192.0.2.0/24 drop',
    /own, line 2: what shall be done with 192\.0\.2\.0\/24\? Write one of ignore, hold, port-only/,
  ],
  ['192.0.2.0/24', /Write one of/],
] as const)
  test(`a list with the line "${text.trim()}" is refused, and the line is named`, () =>
    throws(
      () => readNeverList(text, 'own'),
      error => error instanceof Fault && error.code === 'bad-list' && sentence.test(error.message),
    ))

test('registries and mailboxes of nobody are never written to', () => {
  for (const text of [
    'abuse@lacnic.net',
    'hostmaster@nic.ad.jp',
    'unread@ripe.net',
    'cert@cert.br',
    'nobody@example.org',
    'No-Reply@example.org',
    'hm-changed@apnic.net',
  ])
    equal(typeof neverList().mailbox(parseMailbox(text)!), 'string', text)
  for (const text of ['abuse@example.org', 'nobody.else@example.org', 'abuse@ripe.net.example.org'])
    equal(neverList().mailbox(parseMailbox(text)!), undefined, text)
})
