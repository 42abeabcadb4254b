import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Fault, parseAddress } from '@redalert/core'
import { bootstrapFrom } from '../../../../scripts/bootstrap.js'
import { root } from '../../../../scripts/root.js'
import { loopbackDialer, shortLimits } from '../../test/loopback-dialer.ts'
import { loopbackRegistry, sendRdap } from '../../test/loopback-registry.ts'
import { bootstrap, readBootstrapFile, shippedBootstrap } from './bootstrap.ts'
import { refreshBootstrap } from './refresh-bootstrap.ts'
import { registries } from './registries.ts'

const list = bootstrap(shippedBootstrap, registries)

for (const [address, registry] of [
  ['193.0.6.135', 'ripe'],
  ['8.8.8.8', 'arin'],
  ['1.1.1.1', 'apnic'],
  ['200.3.14.10', 'lacnic'],
  ['196.216.2.1', 'afrinic'],
  ['2001:67c::1', 'ripe'],
  ['2600::1', 'arin'],
  ['2001:200::1', 'apnic'],
  ['2800::1', 'lacnic'],
  ['2c00::1', 'afrinic'],
  ['10.0.0.1', undefined],
  ['224.0.0.1', undefined],
  ['2001:db9::1', 'apnic'],
] as const)
  test(`${address} is asked for at ${registry ?? 'no registry'}`, () =>
    equal(list.registryOf(parseAddress(address)!), registry))

test('the list that comes with redalert is the one that IANA’s registries give', t => {
  const folder = join(root, '..', 'shared', 'data', 'iana')
  if (!existsSync(folder)) return t.skip('the address registries of IANA are not at hand')
  const { ipv4, ipv6 } = bootstrapFrom(folder)
  deepEqual({ ipv4: shippedBootstrap.ipv4, ipv6: shippedBootstrap.ipv6 }, { ipv4, ipv6 })
})

test('every server of the list is one of a registry that is known', () => {
  for (const { services } of [shippedBootstrap.ipv4, shippedBootstrap.ipv6])
    for (const [, urls] of services)
      ok(
        urls.some(url => registries.some(({ rdap }) => rdap === url)),
        urls.join(),
      )
})

test('a list names registries for the numbers of networks too', () => {
  const asn = {
    publication: '',
    services: [[['64496-64511', '65536'], ['https://rdap.db.ripe.net/']]],
  } as const
  const numbers = bootstrap({ ...shippedBootstrap, asn }, registries)
  deepEqual([64_495, 64_496, 64_511, 64_512, 65_536].map(numbers.registryOfAsn), [
    undefined,
    'ripe',
    'ripe',
    undefined,
    'ripe',
  ])
})

test('a list from outside sends nobody to a server that is not known', () => {
  const evil = {
    publication: '',
    services: [
      [
        ['193.0.0.0/16'],
        ['https://rdap.evil.example.net/', 'https://rdap.db.ripe.net.evil.example.net/'],
      ],
    ],
  } as const
  equal(
    bootstrap({ ipv4: evil, ipv6: evil }, registries).registryOf(parseAddress('193.0.6.135')!),
    undefined,
  )
})

const whole = shippedBootstrap.ipv4
for (const [sentence, value] of [
  ['nothing', null],
  ['a text', 'x'],
  ['no publication', { services: whole.services }],
  ['too few services', { ...whole, services: whole.services.slice(0, 4) }],
  [
    'services of another form',
    { ...whole, services: [...whole.services, [['1.0.0.0/8'], 'https://']] },
  ],
  ['names that are numbers', { ...whole, services: [...whole.services, [[1], ['https://']]] }],
] as const)
  test(`a list that is ${sentence} is refused`, () =>
    throws(
      () => readBootstrapFile(value, 'ipv4.json'),
      error => error instanceof Fault && error.code === 'bad-bootstrap',
    ))

test('the lists are fetched anew, and where one is bad all old ones stay', async () => {
  const lists: Record<string, unknown> = {
    '/ipv4.json': whole,
    '/ipv6.json': shippedBootstrap.ipv6,
    '/asn.json': whole,
  }
  await using server = await loopbackRegistry(['data.example.org'], ({ url }, response) =>
    sendRdap(response, lists[url ?? '']),
  )
  const dialer = loopbackDialer({ ca: server.ca, hosts: { 'data.example.org': ['127.0.0.1'] } })
  const options = {
    base: `https://data.example.org:${server.port}/`,
    limits: shortLimits,
    now: Date.now,
  }
  const fresh = await refreshBootstrap(dialer, options)
  ok(fresh.kind === 'lists')
  deepEqual(fresh.ipv4, whole)
  lists['/asn.json'] = { services: [] }
  equal((await refreshBootstrap(dialer, options)).kind, 'kept')
})
