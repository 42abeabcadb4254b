import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { type Address, Fault, parseAddress } from '@redalert/core'
import { simulatedSource, type SimulatedNetwork } from '../test/simulated-registries.ts'
import { virtualTime } from '../test/virtual-time.ts'
import { rangeCache } from './cache/range-cache.ts'
import { readCertTable } from './cert/read-cert-table.ts'
import { manners } from './manners/manners.ts'
import type { Found } from './model/found.ts'
import type { Owner } from './model/owner.ts'
import { exerciseNeverList } from './never/never-list.ts'
import { readNeverList } from './never/read-never-list.ts'
import { readOverrides } from './override/read-overrides.ts'
import { owner } from './owner.ts'
import type { OwnerOptions, OwnerParts } from './owner/owner-parts.ts'
import { holds, parseRange } from './ranges/range.ts'
import { cacheSource } from './sources/cache-source.ts'
import { certSource } from './sources/cert-source.ts'
import { overrideSource } from './sources/override-source.ts'

const pace = { perMinute: 60, burst: 1 }
const registries = [
  { name: 'one', pace },
  { name: 'two', pace },
]

/** A world of networks, each with its registry: `['192.0.2.0/24', 'one', 'abuse@example.org']`. */
function world({
  networks = [],
  rdap = () => undefined,
  whois = () => undefined,
  overrides = '',
  never = '',
  certs = '',
}: {
  networks?: readonly (readonly [
    range: string,
    registry: string,
    mailbox?: string | undefined,
    status?: string,
  ])[]
  /** Answers that go before the networks. */
  rdap?: (address: Address) => SimulatedNetwork | Found | undefined
  whois?: (address: Address) => SimulatedNetwork | Found | undefined
  overrides?: string
  never?: string
  certs?: string
} = {}) {
  const time = virtualTime()
  const alarms: string[] = []
  const cache = rangeCache({ now: time.now, random: () => 0.5 })
  const held = networks.map(([text, registry, mailbox, status]) => ({
    range: parseRange(text)!,
    registry,
    ...(mailbox && { mailbox }),
    ...(status && { status }),
  }))
  const networkOf = (address: Address) => held.findLast(({ range }) => holds(range, address))
  const registryOf = (address: Address) => networkOf(address)?.registry ?? 'one'
  const sleep = () => time.sleep(200)
  const rdapSource = simulatedSource('rdap', {
    find: address => rdap(address) ?? networkOf(address),
    registryOf,
    sleep,
  })
  const whoisSource = simulatedSource('whois', { find: whois, registryOf, sleep })
  const parts: OwnerParts = {
    never: exerciseNeverList({ entries: readNeverList(never, 'own') }),
    cache,
    manners: manners({
      registries,
      now: time.now,
      sleep: time.sleep,
      random: () => 0,
      alarm: reason => alarms.push(reason),
    }),
    sources: [
      overrideSource(readOverrides(overrides, 'own')),
      cacheSource(cache),
      rdapSource,
      whoisSource,
      certSource(readCertTable(certs, 'certs')),
    ],
    now: time.now,
    alarm: reason => alarms.push(reason),
  }
  const find = async (
    addresses: readonly string[],
    options: OwnerOptions = {},
    more: Partial<OwnerParts> = {},
  ) => {
    const found: Owner[] = []
    const work = async () => {
      for await (const one of owner(
        addresses.map(text => parseAddress(text)!),
        { ...parts, ...more },
        options,
      ))
        found.push(one)
    }
    await time.run(work())
    return found
  }
  return {
    time,
    cache,
    alarms,
    parts,
    find,
    asked: rdapSource.asked,
    askedWhois: whoisSource.asked,
  }
}

const contactOf = (found: Owner | undefined) =>
  found?.kind === 'owner' ? found.contact.mailbox : found?.kind
const byAddress = (all: readonly Owner[]) =>
  Object.fromEntries(all.map(one => [one.address, contactOf(one)]))

test('says who answers for an address, and why', async () => {
  const { find } = world({ networks: [['192.0.2.0/24', 'one', 'abuse@example.org']] })
  const [found] = await find(['192.0.2.7'])
  ok(found?.kind === 'owner')
  deepEqual(
    [
      found.contact.mailbox,
      found.source,
      found.registry,
      found.range,
      found.provisional,
      found.stale,
    ],
    ['abuse@example.org', 'rdap', 'one', { start: '192.0.2.0', end: '192.0.2.255' }, false, false],
  )
  match(found.contact.reason, /its only role is abuse/)
})

test('every address gets exactly one answer, whatever it is', async () => {
  const { find } = world({
    networks: [
      ['192.0.2.0/24', 'one', 'abuse@example.org'],
      ['203.0.113.0/24', 'two'],
    ],
    never: '192.0.2.64/26 ignore ours',
    overrides: '198.51.100.0/24 stop asked us to',
  })
  const addresses = [
    '192.0.2.7',
    '192.0.2.65',
    '10.0.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '203.0.113.2',
    '2001:db8::1',
    '192.0.2.7',
  ]
  const found = await find(addresses)
  deepEqual(found.map(({ address }) => address).toSorted(), addresses.toSorted())
  deepEqual(byAddress(found), {
    '192.0.2.7': 'abuse@example.org',
    '192.0.2.65': 'never',
    '10.0.0.1': 'never',
    '198.51.100.1': 'never',
    '203.0.113.1': 'unroutable',
    '203.0.113.2': 'unroutable',
    '2001:db8::1': 'unroutable',
  })
})

test('nobody is named without a list of those who are never told', async () => {
  const { parts } = world()
  const without = { ...parts, never: undefined } as unknown as OwnerParts
  await rejects(
    async () => owner([], without).next(),
    error => error instanceof Fault && error.code === 'no-never-list',
  )
})

test('a forged sighting of what we depend on changes nothing but that it is told', async () => {
  const { find, alarms, asked } = world({
    networks: [['192.0.2.0/24', 'one', 'abuse@example.org']],
  })
  const ours = (address: Address) => (address === '192.0.2.43' ? 'rdap.example.org' : undefined)
  const found = await find(['192.0.2.43', '192.0.2.7'], {}, { ours })
  deepEqual(byAddress(found), { '192.0.2.43': 'alarm', '192.0.2.7': 'abuse@example.org' })
  deepEqual(alarms, [
    '192.0.2.43 belongs to rdap.example.org, on which we depend: an error, or a forged log',
  ])
  deepEqual(asked, ['192.0.2.7'])
})

test('what the operator says goes before every registry, with how he wants it told', async () => {
  const { find, asked } = world({
    networks: [['192.0.2.0/24', 'one', 'abuse@example.org']],
    overrides: '192.0.2.0/25 own@example.net language=nl',
  })
  const [found] = await find(['192.0.2.7'])
  ok(found?.kind === 'owner')
  deepEqual(
    [found.contact.mailbox, found.source, found.preferences],
    ['own@example.net', 'override', { language: 'nl' }],
  )
  equal(asked.length, 0)
})

test('an address on a list to hold is answered, and says that a person decides', async () => {
  const { find } = world({
    networks: [['192.0.2.0/24', 'one', 'abuse@example.org']],
    never: '192.0.2.0/25 hold a content network\n192.0.2.128/25 port-only a gateway',
  })
  const found = await find(['192.0.2.7', '192.0.2.200'])
  deepEqual(
    found.map(one => one.kind === 'owner' && one.handling),
    [
      { action: 'hold', reason: 'a content network' },
      { action: 'port-only', reason: 'a gateway' },
    ],
  )
})

test('one question serves all addresses of an end assignment', async () => {
  const { find, asked } = world({
    networks: [['192.0.2.0 - 192.0.4.255', 'one', 'abuse@example.org', 'ASSIGNED PA']],
  })
  const found = await find(['192.0.2.1', '192.0.2.2', '192.0.3.1', '192.0.4.1'])
  deepEqual(new Set(found.map(contactOf)), new Set(['abuse@example.org']))
  ok(found.every(one => one.kind === 'owner' && !one.provisional))
  equal(asked.length, 1)
})

test('within an allocation each block is asked for, and the narrower network is found', async () => {
  const { find, asked } = world({
    networks: [
      ['192.0.0.0/16', 'one', 'provider@example.net', 'ALLOCATED PA'],
      ['192.0.9.0/24', 'one', 'customer@example.org', 'ASSIGNED PA'],
    ],
  })
  const found = await find(['192.0.2.1', '192.0.9.1', '192.0.5.1'])
  deepEqual(byAddress(found), {
    '192.0.2.1': 'provider@example.net',
    '192.0.9.1': 'customer@example.org',
    '192.0.5.1': 'provider@example.net',
  })
  ok(found.every(one => one.kind === 'owner' && !one.provisional))
  equal(asked.length, 3)
})

test('with too few questions the rest of an allocation is answered provisionally, and marked', async () => {
  const { find, asked } = world({
    networks: [['192.0.0.0/16', 'one', 'provider@example.net', 'ALLOCATED PA']],
  })
  const found = await find(['192.0.2.1', '192.0.9.1', '192.0.5.1'], { questions: 1 })
  deepEqual(
    found.map(one => one.kind === 'owner' && one.provisional),
    [false, true, true],
  )
  equal(asked.length, 1)
})

test('another address of the same block is answered provisionally, without a question', async () => {
  const { find, asked } = world({
    networks: [['192.0.0.0/16', 'one', 'provider@example.net', 'ALLOCATED PA']],
  })
  const found = await find(['192.0.2.1', '192.0.2.2'])
  deepEqual(
    found.map(one => one.kind === 'owner' && [one.address, one.provisional]),
    [
      ['192.0.2.1', false],
      ['192.0.2.2', true],
    ],
  )
  equal(asked.length, 1)
})

test('a narrow network inside a block does not answer for the rest of the block', async () => {
  const { find, asked } = world({
    networks: [
      ['192.0.2.0/24', 'one', 'provider@example.net', 'ALLOCATED PA'],
      ['192.0.2.0/28', 'one', 'customer@example.org', 'ASSIGNED PA'],
    ],
  })
  const found = await find(['192.0.2.1', '192.0.2.99'])
  deepEqual(byAddress(found), {
    '192.0.2.1': 'customer@example.org',
    '192.0.2.99': 'provider@example.net',
  })
  equal(asked.length, 2)
})

test('whoever is not reached in a pass is listed as waiting, with how many wait', async () => {
  const { find } = world({
    networks: [
      ['192.0.2.0/24', 'one', 'a@example.org'],
      ['198.51.100.0/24', 'one', 'b@example.org'],
    ],
  })
  const found = await find(['192.0.2.7', '198.51.100.1', '198.51.100.2'], {
    questions: 1,
    hosts: () => 3,
  })
  deepEqual(
    found.map(one =>
      one.kind === 'queued' ? [one.address, one.registry, one.hosts, one.reason] : contactOf(one),
    ),
    ['b@example.org', 'b@example.org', ['192.0.2.7', 'one', 3, 'no more questions in this pass']],
  )
})

test('the block for which most hosts wait is asked for first', async () => {
  const { find, asked } = world({
    networks: [
      ['192.0.2.0/24', 'one', 'a@example.org'],
      ['198.51.100.0/24', 'one', 'b@example.org'],
      ['203.0.113.0/24', 'one', 'c@example.org'],
    ],
  })
  const hosts = (address: Address) => (address === '203.0.113.1' ? 5 : 1)
  await find(['192.0.2.7', '198.51.100.1', '198.51.100.2', '203.0.113.1'], { hosts })
  deepEqual(asked, ['203.0.113.1', '198.51.100.1', '192.0.2.7'])
})

test('where questions are counted, none goes to a guess while somebody has no answer at all', async () => {
  const { find, asked } = world({
    networks: [
      ['192.0.0.0/16', 'one', 'wide@example.org', 'ALLOCATED PA'],
      ['198.51.100.0/24', 'two', 'b@example.org'],
      ['198.51.101.0/24', 'two', 'c@example.org'],
    ],
  })
  const addresses = ['192.0.1.1', '192.0.2.1', '192.0.3.1', '198.51.100.1', '198.51.101.1']
  const found = await find(addresses, { questions: 3 })
  ok(found.every(({ kind }) => kind === 'owner'))
  deepEqual(
    asked.toSorted((one, other) => one.localeCompare(other)),
    ['192.0.1.1', '198.51.100.1', '198.51.101.1'],
  )
  deepEqual(
    found.filter(one => one.kind === 'owner' && one.queued).map(({ address }) => address),
    ['192.0.2.1', '192.0.3.1'],
  )
})

test('questions keep the pace of each registry, and none waits for another', async () => {
  const { find, time } = world({
    networks: [...Array(10).keys()].flatMap(
      at =>
        [
          [`192.0.${at}.0/24`, 'one', 'a@example.org'],
          [`198.51.${at}.0/24`, 'two', 'b@example.org'],
        ] as const,
    ),
  })
  const start = time.now()
  await find([...Array(10).keys()].flatMap(at => [`192.0.${at}.1`, `198.51.${at}.1`]))
  ok(time.now() - start <= 9500, `it took ${time.now() - start} ms`)
})

test('a registry that is busy is waited for, when that is short', async () => {
  let times = 0
  const { find, time, asked } = world({
    networks: [['192.0.2.0/24', 'one', 'a@example.org']],
    rdap: () => (times++ === 0 ? { kind: 'busy', reason: 'busy', waitMs: 30_000 } : undefined),
  })
  const start = time.now()
  equal(contactOf((await find(['192.0.2.7']))[0]), 'a@example.org')
  equal(asked.length, 2)
  ok(time.now() - start >= 30_000)
})

test('a registry that is busy for long lets the others go on, and says until when', async () => {
  const { find } = world({
    networks: [
      ['192.0.2.0/24', 'one', 'a@example.org'],
      ['198.51.100.0/24', 'two', 'b@example.org'],
    ],
    rdap: address =>
      address === '192.0.2.7'
        ? { kind: 'busy', reason: 'one is busy', waitMs: 3_600_000 }
        : undefined,
  })
  const found = await find(['192.0.2.7', '198.51.100.1'])
  deepEqual(byAddress(found), { '198.51.100.1': 'b@example.org', '192.0.2.7': 'queued' })
  const waiting = found.find(one => one.kind === 'queued')
  ok(waiting?.kind === 'queued')
  match(`${waiting.reason} ${waiting.until}`, /^one is busy 2026-11-01T13:00:0/)
})

test('a registry that wants no more of us is asked nothing for a day, and somebody is told', async () => {
  const { find, alarms, asked } = world({
    networks: [
      ['192.0.2.0/24', 'one', 'a@example.org'],
      ['192.0.3.0/24', 'one', 'a@example.org'],
      ['192.0.4.0/24', 'one', 'a@example.org'],
    ],
    rdap: () => ({ kind: 'blocked', reason: 'access denied' }),
  })
  const found = await find(['192.0.2.7', '192.0.3.7', '192.0.4.7'])
  ok(found.every(one => one.kind === 'queued' && one.until !== undefined))
  equal(asked.length, 1)
  equal(alarms.length, 1)
  equal((await find(['192.0.2.7']))[0]?.kind, 'queued')
  equal(asked.length, 1)
})

test('WHOIS is asked where RDAP names nobody, and what both say is kept', async () => {
  const { find, asked, askedWhois } = world({
    networks: [['192.0.2.0/24', 'one', undefined, 'ASSIGNED PI']],
    whois: () => ({
      range: parseRange('192.0.2.0/24')!,
      registry: 'one',
      mailbox: 'w@example.org',
    }),
  })
  const [found] = await find(['192.0.2.7'])
  equal(contactOf(found), 'w@example.org')
  ok(found?.kind === 'owner' && found.source === 'whois' && found.status === 'ASSIGNED PI')
  await find(['192.0.2.7', '192.0.2.8'])
  deepEqual([asked.length, askedWhois.length], [1, 1])
})

test('others of a block wait for WHOIS with the first, and cost no question', async () => {
  const { find, asked, askedWhois } = world({
    networks: [['192.0.2.0/24', 'one']],
    whois: () => ({
      range: parseRange('192.0.2.0/24')!,
      registry: 'one',
      mailbox: 'w@example.org',
    }),
  })
  const found = await find(['192.0.2.7', '192.0.2.8', '192.0.2.9'])
  deepEqual(found.map(contactOf), ['w@example.org', 'w@example.org', 'w@example.org'])
  deepEqual([asked.length, askedWhois.length], [1, 1])
})

test('what RDAP said is not lost when there is no question left for WHOIS', async () => {
  const { find, asked, askedWhois } = world({
    networks: [['192.0.2.0/24', 'one']],
    whois: () => ({
      range: parseRange('192.0.2.0/24')!,
      registry: 'one',
      mailbox: 'w@example.org',
    }),
  })
  equal((await find(['192.0.2.7'], { questions: 1 }))[0]?.kind, 'queued')
  equal(contactOf((await find(['192.0.2.7']))[0]), 'w@example.org')
  deepEqual([asked.length, askedWhois.length], [1, 1])
})

test('a registry that sends us to another is followed in the other’s turn', async () => {
  const { find } = world({
    networks: [['192.0.2.0/24', 'one']],
    rdap: () => undefined,
    whois: () => undefined,
  })
  const asked: string[] = []
  const source = simulatedSource('rdap', { find: () => undefined, registryOf: () => 'one' })
  const sent = {
    ...source,
    find: async ({ address, leg }: Parameters<typeof source.find>[0]): Promise<Found> => {
      asked.push(`${address} at ${leg?.registry ?? 'one'}`)
      if (!leg)
        return {
          kind: 'elsewhere',
          leg: { registry: 'two', url: 'https://two.example.org/', hops: 1 },
        }
      const holding = {
        range: parseRange('192.0.2.0/24')!,
        source: 'rdap' as const,
        registry: 'two',
        clues: [
          { mailbox: 'two@example.org', source: 'rdap' as const, roles: ['abuse'], path: '' },
        ],
        asked: [address],
        whole: true,
        settled: false,
      }
      return { kind: 'holding', holding, certainty: 'certain' }
    },
  }
  const { parts } = world()
  const sources = [parts.sources[0]!, cacheSource(parts.cache), sent]
  const found = await find(['192.0.2.7', '192.0.2.8'], {}, { sources, cache: parts.cache })
  deepEqual(found.map(contactOf), ['two@example.org', 'two@example.org'])
  deepEqual(asked, ['192.0.2.7 at one', '192.0.2.7 at two'])
})

test('an old answer is told at once, and asked for again behind it', async () => {
  const mailboxes = ['old@example.org', 'new@example.org']
  const { find, time, asked } = world({
    rdap: () => ({
      range: parseRange('192.0.2.0/24')!,
      registry: 'one',
      mailbox: mailboxes[asked.length - 1] ?? '',
    }),
  })
  equal(contactOf((await find(['192.0.2.7']))[0]), 'old@example.org')
  time.pass(8 * 24 * 3_600_000)
  const again = await find(['192.0.2.7', '192.0.2.8'])
  deepEqual(
    again.map(one => [contactOf(one), one.kind === 'owner' && one.stale]),
    [
      ['old@example.org', true],
      ['old@example.org', true],
    ],
  )
  equal(asked.length, 2)
  deepEqual(
    (await find(['192.0.2.7'])).map(one => [contactOf(one), one.kind === 'owner' && one.stale]),
    [['new@example.org', false]],
  )
  equal(asked.length, 2)
})

test('what no registry knows is not asked for again for a day', async () => {
  const { find, time, asked, askedWhois } = world()
  const [found] = await find(['192.0.2.7', '192.0.2.8'])
  ok(found?.kind === 'unroutable')
  equal(found.reason, 'no network; its country is not known')
  await find(['192.0.2.9'])
  deepEqual([asked.length, askedWhois.length], [1, 1])
  time.pass(30 * 3_600_000)
  await find(['192.0.2.9'])
  deepEqual([asked.length, askedWhois.length], [2, 2])
})

test('the country’s team is told where nobody else can be, and only of a country that a registry says', async () => {
  const { find } = world({
    rdap: address => ({
      range: parseRange('192.0.2.0/24')!,
      registry: 'one',
      ...(address === '192.0.2.7' && { country: 'NL' }),
    }),
    certs: 'NL cert@example.org language=nl Example team',
  })
  const [found] = await find(['192.0.2.7'])
  ok(found?.kind === 'owner')
  deepEqual(
    [found.contact.mailbox, found.source, found.preferences],
    ['cert@example.org', 'cert', { language: 'nl' }],
  )
  equal(
    contactOf((await world({ certs: 'NL cert@example.org' }).find(['198.51.100.1']))[0]),
    'unroutable',
  )
})

test('whoever is named without being the one to tell is shown, and not told', async () => {
  const { find } = world({
    rdap: () => ({
      kind: 'holding',
      certainty: 'certain',
      holding: {
        range: parseRange('192.0.2.0/24')!,
        source: 'rdap',
        registry: 'one',
        clues: [{ mailbox: 'noc@example.org', source: 'rdap', roles: ['technical'], path: '' }],
        asked: [],
        whole: true,
        settled: false,
      },
    }),
  })
  const [found] = await find(['192.0.2.7'])
  ok(found?.kind === 'unroutable')
  deepEqual(
    found.candidates.map(({ mailbox }) => mailbox),
    ['noc@example.org'],
  )
  match(found.reason, /none of those who are named is named for this/)
})

test('a source that fails lets the next one answer, and is asked again later', async () => {
  let works = false
  const { find, time, asked } = world({
    networks: [['192.0.2.0/24', 'one', 'a@example.org']],
    rdap: () => (works ? undefined : { kind: 'failed', reason: 'no answer' }),
  })
  equal((await find(['192.0.2.7']))[0]?.kind, 'unroutable')
  works = true
  equal((await find(['192.0.2.7']))[0]?.kind, 'unroutable')
  equal(asked.length, 1)
  time.pass(20 * 60_000)
  equal(contactOf((await find(['192.0.2.7']))[0]), 'a@example.org')
})

test('when the way to a registry is down, few questions are lost and the rest waits', async () => {
  const networks = [...Array(20).keys()].map(
    at => [`192.0.${at}.0/24`, 'one', 'a@example.org'] as const,
  )
  const failed = (): Found => ({ kind: 'failed', reason: 'ENETUNREACH' })
  const { find, asked, askedWhois } = world({ networks, rdap: failed, whois: failed })
  const found = await find(
    networks.map((_, at) => `192.0.${at}.1`),
    {
      patience: 0,
    },
  )
  ok(asked.length + askedWhois.length <= 4, `${asked.length + askedWhois.length} questions`)
  ok(found.filter(({ kind }) => kind === 'queued').length >= 17)
  equal(found.length, 20)
})

test('two passes at the same time ask one question', async () => {
  const { parts, time, asked } = world({ networks: [['192.0.2.0/24', 'one', 'a@example.org']] })
  const pass = async () => {
    const found: Owner[] = []
    for await (const one of owner([parseAddress('192.0.2.7')!], parts)) found.push(one)
    return contactOf(found[0])
  }
  const both = await time.run(Promise.all([pass(), pass()]))
  deepEqual(both, ['a@example.org', 'a@example.org'])
  equal(asked.length, 1)
})

test('whoever has heard enough stops the questions', async () => {
  const { parts, time, asked } = world({
    networks: [
      ['192.0.2.0/24', 'one', 'a@example.org'],
      ['198.51.100.0/24', 'one', 'b@example.org'],
      ['203.0.113.0/24', 'one', 'c@example.org'],
    ],
  })
  const addresses = ['192.0.2.7', '198.51.100.1', '203.0.113.1'].map(text => parseAddress(text)!)
  await time.run(
    (async () => {
      for await (const one of owner(addresses, parts)) {
        equal(one.kind, 'owner')
        break
      }
    })(),
  )
  await time.run(time.sleep(60_000))
  ok(asked.length <= 2, `${asked.length} questions`)
})

test('a signal ends a pass with its own reason', async () => {
  const { parts, time } = world({
    networks: [
      ['192.0.2.0/24', 'one', 'a@example.org'],
      ['198.51.100.0/24', 'one', 'b@example.org'],
    ],
  })
  const stop = new AbortController()
  const work = (async () => {
    for await (const _ of owner(
      ['192.0.2.7', '198.51.100.1'].map(text => parseAddress(text)!),
      parts,
      { signal: stop.signal },
    ))
      stop.abort(new Error('enough'))
  })()
  await rejects(time.run(work), /enough/)
})

test('who announces an address is shown from a table, and never told from it', async () => {
  const { find } = world()
  const asns = {
    find: () => ({ asn: 64_500, name: 'Example', asOf: '2026-06-17', attribution: 'somebody' }),
  }
  const [found] = await find(['192.0.2.7'], {}, { asns })
  equal(found?.kind, 'unroutable')
  const { find: other } = world({ networks: [['192.0.2.0/24', 'one', 'a@example.org']] })
  const [told] = await other(['192.0.2.7'], {}, { asns })
  ok(told?.kind === 'owner')
  equal(told.origin?.asn, 64_500)
})

test('how far a pass is, is told after every question', async () => {
  const { find } = world({
    networks: [
      ['192.0.2.0/24', 'one', 'a@example.org'],
      ['198.51.100.0/24', 'one', 'b@example.org'],
    ],
  })
  const told: string[] = []
  await find(['192.0.2.7', '198.51.100.1'], {
    progress: ({ registry, asked, waiting }) => told.push(`${registry} ${asked} ${waiting}`),
  })
  deepEqual(told, ['one 1 1', 'one 2 0'])
})
