import { equal, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Address, parseAddress } from '@redalert/core'
import { loopbackDialer, shortLimits } from '../../test/loopback-dialer.ts'
import { loopbackRegistry, sendRdap } from '../../test/loopback-registry.ts'
import { rdapNetwork, testRegistry } from '../../test/registry-data.ts'
import { whoisReplayer } from '../../test/whois-replayer.ts'
import { rangeCache } from '../cache/range-cache.ts'
import { readCertTable } from '../cert/read-cert-table.ts'
import type { Holding } from '../model/holding.ts'
import { readOverrides } from '../override/read-overrides.ts'
import type { Range } from '../ranges/range.ts'
import { bulkSource } from './bulk-source.ts'
import { cacheSource } from './cache-source.ts'
import { certSource } from './cert-source.ts'
import { sourceContract } from './contract.ts'
import { originSource } from './origin-source.ts'
import { overrideSource } from './override-source.ts'
import { rdapSource } from './rdap-source.ts'
import { whoisSource } from './whois-source.ts'

const mailbox = 'abuse@example.org'
const range = { start: '192.0.2.0', end: '192.0.2.255' } as Range
const known: Holding = {
  range,
  source: 'rdap',
  registry: 'one',
  country: 'NL',
  asns: [64_500],
  clues: [{ mailbox, source: 'rdap', roles: ['abuse'], path: 'network' }],
  asked: ['192.0.2.1' as Address],
  whole: true,
  settled: true,
}
const noWhere = () => undefined
const one = () => 'one'
const parts = { now: () => 0, random: () => 0.5 }

sourceContract('overrides', async () => ({
  source: overrideSource(
    readOverrides(`192.0.0.0/16 wide@example.org\n192.0.2.0/24 ${mailbox}`, 'own'),
  ),
  knows: [
    ['192.0.2.7', mailbox],
    ['192.0.3.7', 'wide@example.org'],
  ],
  knowsNot: ['198.51.100.1', '2001:db8::1'],
}))

sourceContract('cache', async () => {
  const cache = rangeCache(parts)
  cache.keep(known)
  return {
    source: cacheSource(cache),
    knows: [['192.0.2.7', mailbox]],
    knowsNot: ['192.0.3.1', '2001:db8::1'],
  }
})

sourceContract('bulk data', async () => ({
  source: bulkSource({
    find: address =>
      address.startsWith('192.0.2.')
        ? {
            kind: 'holding',
            certainty: 'certain',
            holding: {
              ...known,
              source: 'bulk',
              clues: [{ mailbox, source: 'bulk', roles: [], path: '' }],
            },
          }
        : { kind: 'nothing', reason: 'nothing' },
  }),
  knows: [['192.0.2.7', mailbox]],
  knowsNot: ['198.51.100.1'],
}))

sourceContract('national teams', async () => ({
  source: certSource(readCertTable(`NL ${mailbox}\nDE de@example.org`, 'certs'), {
    find: () => ({ registry: 'ripe', held: true, country: 'DE' }),
  }),
  knows: [
    ['192.0.2.7', mailbox],
    ['198.51.100.7', 'de@example.org'],
  ],
  knowsNot: ['203.0.113.7'],
  ask: address => {
    if (address.startsWith('192.')) return { known }
    return address.startsWith('203.') ? { known: { ...known, country: 'FR' } } : {}
  },
}))

const rdap = await loopbackRegistry(['rdap.example.org'], ({ url }, response) => {
  if (url === '/ip/192.0.2.7')
    sendRdap(response, rdapNetwork(['192.0.2.0', '192.0.2.255'], { mailbox }))
  else if (url === '/ip/2001:db8::7')
    sendRdap(response, rdapNetwork(['2001:db8::', '2001:db8::ffff'], { mailbox }))
  else if (url === '/autnum/64500')
    sendRdap(response, { startAutnum: 64_500, endAutnum: 64_500, ...entities() })
  else sendRdap(response, { errorCode: 404 }, 404)
})
const whois = await whoisReplayer(query =>
  query === '-r 192.0.2.7'
    ? `inetnum: 192.0.2.0 - 192.0.2.255\nabuse-c: A\n\nrole: A\nnic-hdl: A\nabuse-mailbox: ${mailbox}\n`
    : '%ERROR:101: no entries found\n',
)
after(async () => {
  await rdap[Symbol.asyncDispose]()
  await whois[Symbol.asyncDispose]()
})
const entities = () => ({
  entities: (rdapNetwork(['', ''], { mailbox }) as { entities: unknown }).entities,
})
const whoisHost = 'whois.example.org'
const dialer = loopbackDialer({
  ca: rdap.ca,
  hosts: { 'rdap.example.org': ['127.0.0.1'], [whoisHost]: ['127.0.0.1'] },
})
const registries = [
  testRegistry('one', rdap, { whois: `${whoisHost}:${whois.port}`, whoisQuery: '-r ADDRESS' }),
]
const remote = { registries, dialer, limits: shortLimits, now: Date.now }

sourceContract('RDAP', async () => ({
  source: rdapSource({ ...remote, where: one }),
  knows: [
    ['192.0.2.7', mailbox],
    ['2001:db8::7', mailbox],
  ],
  knowsNot: ['198.51.100.1'],
  questions: () => rdap.asked.length,
}))

sourceContract('WHOIS', async () => ({
  source: whoisSource({ ...remote, milliseconds: 1000, where: one }),
  knows: [['192.0.2.7', mailbox]],
  knowsNot: ['198.51.100.1'],
  questions: () => whois.asked.length,
}))

sourceContract('announcers', async () => {
  const cache = { ...rangeCache(parts), findOrigin: () => undefined, keepOrigin: () => undefined }
  const bootstrap = { publication: '', registryOf: noWhere, registryOfAsn: noWhere }
  return {
    source: originSource({ ...remote, bootstrap, cache }),
    knows: [['192.0.2.7', mailbox]],
    knowsNot: ['198.51.100.1', '203.0.113.1'],
    ask: address => {
      if (address.startsWith('203.')) return {}
      return { known: { ...known, asns: [address.startsWith('192.') ? 64_500 : 64_501] } }
    },
    questions: () => rdap.asked.length,
  }
})

test('an announcer is asked once, and bulk data spare even that', async () => {
  const cache = rangeCache(parts)
  const bootstrap = { publication: '', registryOf: noWhere, registryOfAsn: noWhere }
  const source = originSource({ ...remote, bootstrap, cache })
  const question = { address: parseAddress('192.0.2.7')!, known }
  equal(source.plan(question).kind, 'registry')
  await source.find(question)
  equal(source.plan(question).kind, 'here')
  const clues = [{ mailbox, source: 'origin' as const, roles: ['abuse'], path: '' }]
  const spared = originSource({
    ...remote,
    bootstrap,
    cache: rangeCache(parts),
    bulk: { origin: () => clues },
  })
  equal(spared.plan(question).kind, 'here')
})

test('a network that the registry handed to a national one is asked for there', async () => {
  await using regional = await loopbackRegistry(['rdap.example.org'], (_, response) =>
    sendRdap(response, {
      ...rdapNetwork(['192.0.0.0', '192.0.255.255'], { country: 'JP' }),
      entities: [{ handle: 'JNIC1-AP', roles: ['technical'] }],
    }),
  )
  const apnic = testRegistry('apnic', regional)
  const jpnic = { ...apnic, name: 'jpnic', rdap: `https://jp.example.org:${regional.port}/` }
  const source = rdapSource({
    ...remote,
    registries: [apnic, jpnic],
    dialer: loopbackDialer({ ca: regional.ca }),
    where: () => 'apnic',
  })
  const found = await source.find({ address: parseAddress('192.0.2.7')! })
  ok(found.kind === 'elsewhere')
  equal(found.leg.registry, 'jpnic')
  equal(found.leg.url, `${jpnic.rdap}ip/192.0.2.7`)
  equal(found.known?.country, 'JP')
})

test('an operator who wants an owner left alone is heard', async () => {
  const source = overrideSource(readOverrides('192.0.2.0/24 stop they asked us to', 'own'))
  const found = await source.find({ address: parseAddress('192.0.2.7')! })
  equal(JSON.stringify(found), '{"kind":"stop","as":"never","reason":"they asked us to"}')
})
