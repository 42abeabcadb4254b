import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Address } from './address.ts'
import { contains, parseNetwork, privateNetworks } from './network.ts'

const inside: readonly (readonly [network: string, address: string, lies: boolean])[] = [
  ['192.0.2.0/24', '192.0.2.255', true],
  ['192.0.2.0/24', '192.0.3.0', false],
  ['192.0.2.128/25', '192.0.2.127', false],
  ['0.0.0.0/0', '198.51.100.1', true],
  ['192.0.2.7', '192.0.2.7', true],
  ['192.0.2.7', '192.0.2.8', false],
  ['2001:db8::/33', '2001:db8:7fff::1', true],
  ['2001:db8::/33', '2001:db8:8000::1', false],
  ['::/0', '192.0.2.7', false],
  ['::ffff:192.0.2.0/24', '192.0.2.9', true],
]

for (const [network, address, lies] of inside) {
  test(`${address} ${lies ? 'lies' : 'does not lie'} in ${network}`, () => {
    const parsed = parseNetwork(network)
    equal(parsed && contains(parsed, address as Address), lies)
  })
}

for (const text of [
  '192.0.2.0/33',
  '192.0.2.0/',
  '192.0.2.0/024',
  '192.0.2.0/2 4',
  'example.org/8',
  '2001:db8::/129',
]) {
  test(`refuses the network "${text}"`, () => equal(parseNetwork(text), undefined))
}

const own: readonly (readonly [address: string, own: boolean])[] = [
  ['10.1.2.3', true],
  ['172.31.255.255', true],
  ['172.32.0.0', false],
  ['192.168.1.1', true],
  ['127.0.0.1', true],
  ['100.64.0.1', true],
  ['100.128.0.1', false],
  ['169.254.1.1', true],
  ['fe80::1', true],
  ['fd00::1', true],
  ['192.0.2.1', false],
  ['2001:db8::1', false],
]

for (const [address, isOwn] of own) {
  test(`${address} is ${isOwn ? 'private' : 'public'}`, () => {
    equal(
      privateNetworks.some(network => contains(network, address as Address)),
      isOwn,
    )
  })
}
