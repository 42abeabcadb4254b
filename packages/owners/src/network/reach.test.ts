import { equal, match } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { parseAddress } from '@redalert/core'
import { loopbackReach, publicReach } from './reach.ts'

const forbidden = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '192.0.0.8',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  '4000::1',
  '5f00::1',
  'fc00::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
]
for (const text of forbidden)
  test(`nobody on the public Internet lives at ${text}`, () =>
    match(publicReach.refusal(parseAddress(text)!) ?? '', / is /))

for (const text of ['8.8.8.8', '193.0.6.135', '2001:67c:2e8:22::c100:68b', '2620:0:860::1'])
  test(`${text} may be connected to`, () =>
    equal(publicReach.refusal(parseAddress(text)!), undefined))

for (const text of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])
  test(`a network of loopback reaches ${text}`, () =>
    equal(loopbackReach.refusal(parseAddress(text)!), undefined))

for (const text of [
  '128.0.0.1',
  '126.255.255.255',
  '10.0.0.1',
  '192.0.2.1',
  '8.8.8.8',
  '::2',
  '2001:db8::1',
])
  test(`a network of loopback ends before ${text}`, () =>
    match(loopbackReach.refusal(parseAddress(text)!) ?? '', /is not on this machine/))

test('whatever Python knows to be no global address is not reached', t => {
  const blocks = [...Array(224 * 4).keys()].map(at => `${at >> 2}.${(at & 3) * 64}.0.9`)
  const more = [
    '192.0.2.9',
    '192.0.0.170',
    '192.88.99.9',
    '198.51.100.9',
    '203.0.113.9',
    '2001:2::1',
  ]
  const wide = [...Array(4096).keys()].map(at => `${(at * 16).toString(16)}::9`)
  const addresses = [...blocks, ...more, ...wide]
  const program =
    'import ipaddress,sys\nfor line in sys.stdin: print(int(ipaddress.ip_address(line.strip()).is_global))'
  const { error, status, stdout } = spawnSync('python3', ['-c', program], {
    input: addresses.join('\n'),
    encoding: 'utf8',
  })
  if (error || status !== 0) return t.skip('python3 is not installed')
  const isGlobal = stdout.trim().split('\n')
  equal(isGlobal.length, addresses.length)
  const reached = addresses.filter(
    (text, at) => isGlobal[at] === '0' && publicReach.refusal(parseAddress(text)!) === undefined,
  )
  equal(reached.join(' '), '')
})
