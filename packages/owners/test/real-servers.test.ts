import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { execFile } from 'node:child_process'
import net, { type AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Address, parseAddress } from '@redalert/core'
import { rangeCache } from '../src/cache/range-cache.ts'
import type { Owner } from '../src/model/owner.ts'
import { neverList } from '../src/never/never-list.ts'
import { dial } from '../src/network/dial.ts'
import type { Dialer } from '../src/network/dialer.ts'
import { fetchWhois } from '../src/network/fetch-whois.ts'
import { guard } from '../src/network/guard.ts'
import { loopbackReach, publicReach } from '../src/network/reach.ts'
import { resolverAt } from '../src/network/resolver.ts'
import { openOwners } from '../src/open-owners.ts'
import { owner } from '../src/owner.ts'
import type { Registry } from '../src/registries/registry.ts'
import { isInstalled } from './debian-program.ts'
import { knotServer } from './knot.ts'
import { shortLimits } from './loopback-dialer.ts'
import { nginxRegistry } from './nginx.ts'
import { recordedAnswers } from './recorded.ts'
import { whoisReplayer } from './whois-replayer.ts'

const host = 'rdap.example.org'
const hasNginx = isInstalled('nginx', '-v')
const hasKnot = isInstalled('knotd', '-V')
const hasWhois = isInstalled('whois', '--version')
const missing = (program: string) => `${program} is not installed`
const pace = { perMinute: 60_000, burst: 100 }

function dialer(more: Partial<Dialer>): Dialer & { readonly alarms: string[] } {
  const alarms: string[] = []
  const hosts = [host, 'whois.example.org']
  return {
    reach: loopbackReach,
    resolve: async () => ['127.0.0.1'],
    guard: guard({ hosts }),
    alarm: reason => alarms.push(reason),
    alarms,
    ...more,
  }
}

/** Looks addresses up at one registry, with all usual parts. */
async function lookUp(
  addresses: readonly string[],
  registry: Omit<Registry, 'name' | 'pace'>,
  dialing: Dialer,
) {
  const alarms: string[] = []
  const parts = openOwners({
    never: neverList(),
    cache: rangeCache({ now: Date.now, random: Math.random }),
    now: Date.now,
    random: Math.random,
    sleep: async (milliseconds, signal) => {
      await sleep(milliseconds, undefined, { signal })
    },
    dialer: dialing,
    registries: [{ name: 'ripe', pace, ...registry }],
    bootstrap: { publication: '', registryOf: () => 'ripe', registryOfAsn: () => undefined },
    limits: shortLimits,
    alarm: reason => alarms.push(reason),
  })
  const found: Owner[] = []
  const all = addresses.map(text => parseAddress(text)!)
  for await (const one of owner(all, parts, { patience: 0 })) found.push(one)
  const named = found.map(one => [
    one.address,
    one.kind === 'owner' ? one.contact.mailbox : one.kind,
  ])
  return {
    named: Object.fromEntries(named) as Record<string, string>,
    found,
    alarms,
    status: parts.manners.status(),
  }
}

test('nginx as a registry: the longest prefix answers, and nobody is named whom its answer does not name', async t => {
  if (!hasNginx) return t.skip(missing('nginx'))
  await using nginx = await nginxRegistry([host])
  const rdap = `https://${host}:${nginx.port}/`
  const addresses = [
    '62.239.237.1',
    '62.239.1.1',
    '196.11.240.215',
    '2001:4860:4860::8888',
    '2801:10:c000::',
    '193.0.6.135',
  ]
  const { named } = await lookUp(addresses, { rdap }, dialer({ ca: nginx.ca }))
  deepEqual(named, {
    '62.239.237.1': 'zzdnsr@bt.com',
    '62.239.1.1': 'unroutable',
    '196.11.240.215': 'unroutable',
    '2001:4860:4860::8888': 'arin-contact@google.com',
    '2801:10:c000::': 'sistemas.red@uco.edu.co',
    '193.0.6.135': 'unroutable',
  })
})

test('nginx as a registry: a redirect within it is followed, and no other', async t => {
  if (!hasNginx) return t.skip(missing('nginx'))
  await using nginx = await nginxRegistry([host])
  for (const [place, contact] of [
    ['moved', 'zzdnsr@bt.com'],
    ['inward', 'unroutable'],
    ['mapped', 'unroutable'],
    ['hex', 'unroutable'],
    ['user', 'unroutable'],
  ] as const) {
    const dialing = dialer({ ca: nginx.ca })
    const { named } = await lookUp(
      ['62.239.237.1'],
      { rdap: `https://${host}:${nginx.port}/${place}/` },
      dialing,
    )
    equal(named['62.239.237.1'], contact, place)
    equal(dialing.alarms.length, contact === 'unroutable' ? 1 : 0, place)
  }
})

test('nginx as a registry: its 429 with Retry-After is obeyed', async t => {
  if (!hasNginx) return t.skip(missing('nginx'))
  await using nginx = await nginxRegistry([host])
  const { found, named, status } = await lookUp(
    ['62.239.237.1', '196.11.240.215', '2801:10:c000::'],
    { rdap: `https://${host}:${nginx.port}/busy/` },
    dialer({ ca: nginx.ca }),
  )
  equal(named['62.239.237.1'], 'zzdnsr@bt.com')
  const waiting = found.filter(one => one.kind === 'queued')
  ok(waiting.length >= 1)
  const until = waiting[0]?.kind === 'queued' ? (waiting[0].until ?? '') : ''
  const seconds = (Date.parse(until) - Date.now()) / 1000
  ok(seconds > 100 && seconds < 160, `it waits ${seconds} s`)
  equal(status[0]?.busy !== 0, true)
})

test('knot as the name server: names that lead inward are refused, whatever else they lead to', async t => {
  if (!hasKnot) return t.skip(missing('knotd'))
  await using knot = await knotServer([
    'inward A 127.0.0.1',
    'private A 10.0.0.1',
    'mapped AAAA ::ffff:127.0.0.1',
    'loop AAAA ::1',
    'nat AAAA 64:ff9b::7f00:1',
    'mixed A 193.0.6.135',
    'mixed A 127.0.0.1',
    'half A 193.0.6.135',
    'half AAAA ::1',
    'alias CNAME inward',
  ])
  const dialing = dialer({ reach: publicReach, resolve: resolverAt([`127.0.0.1:${knot.port}`]) })
  for (const name of ['inward', 'private', 'mapped', 'loop', 'nat', 'mixed', 'half', 'alias']) {
    const dialled = await dial(
      { host: `${name}.example.org`, port: 443 },
      dialing,
      AbortSignal.timeout(3000),
    )
    equal(dialled.kind, 'refused', name)
  }
  const nowhere = await dial(
    { host: 'absent.example.org', port: 443 },
    dialing,
    AbortSignal.timeout(3000),
  )
  equal(nowhere.kind, 'failed')
})

test('knot and nginx: a name that is rebound after its first answer is refused at the next connection', async t => {
  if (!hasKnot || !hasNginx) return t.skip(missing('knotd or nginx'))
  await using nginx = await nginxRegistry([host])
  await using knot = await knotServer(['rdap A 127.0.0.1'])
  const resolve = resolverAt([`127.0.0.1:${knot.port}`])
  const dialing = dialer({ ca: nginx.ca, resolve })
  const registry = { rdap: `https://${host}:${nginx.port}/` }
  equal((await lookUp(['62.239.237.1'], registry, dialing)).named['62.239.237.1'], 'zzdnsr@bt.com')
  await knot.change(['rdap A 192.0.2.1'])
  deepEqual(await resolve(host), ['192.0.2.1'])
  equal((await lookUp(['62.239.237.1'], registry, dialing)).named['62.239.237.1'], 'unroutable')
  match(dialing.alarms.join(), /rdap\.example\.org leads to 192\.0\.2\.1 is not on this machine/)
})

test('one forged sighting of a registry changes nothing but an alarm', async t => {
  if (!hasNginx) return t.skip(missing('nginx'))
  await using nginx = await nginxRegistry([host])
  const sighted = (address: Address) => address === '127.0.0.1'
  const dialing = dialer({ ca: nginx.ca, guard: guard({ sighted, hosts: [host] }) })
  const { named } = await lookUp(
    ['62.239.237.1'],
    { rdap: `https://${host}:${nginx.port}/` },
    dialing,
  )
  equal(named['62.239.237.1'], 'zzdnsr@bt.com')
  deepEqual(dialing.alarms, [
    '127.0.0.1 belongs to rdap.example.org, on which we depend, and somebody reports it as infected',
  ])
  const again = openOwners({
    never: neverList(),
    cache: rangeCache({ now: Date.now, random: Math.random }),
    now: Date.now,
    random: Math.random,
    sleep: async () => undefined,
    dialer: {
      ...dialing,
      guard: { ...dialing.guard, ours: address => (address === '193.0.6.135' ? host : undefined) },
    },
  })
  const found: Owner[] = []
  for await (const one of owner([parseAddress('193.0.6.135')!], again)) found.push(one)
  equal(found[0]?.kind, 'alarm')
})

test('every recorded answer in WHOIS reaches us over a socket as Debian’s whois reads it', async t => {
  if (!hasWhois) return t.skip(missing('whois'))
  const recorded = recordedAnswers('whois')
  await using replayer = await whoisReplayer(
    query => recorded.find(one => query.endsWith(one.query))?.text ?? '',
  )
  const run = promisify(execFile)
  const server = { host: 'whois.example.org', port: replayer.port }
  for (const { query, text } of recorded) {
    const said = await fetchWhois(server, query, { dialer: dialer({}), milliseconds: 2000 })
    ok(said.kind === 'text')
    equal(said.text, text)
    const { stdout } = await run('whois', ['-h', '127.0.0.1', '-p', String(replayer.port), query])
    const plain = (one: string) => one.replace(/\s+/g, ' ').trim()
    equal(plain(stdout), plain(text), query)
  }
  deepEqual(
    replayer.asked.slice(0, 2).map(line => line.split(' ').at(-1)),
    [recorded[0]?.query, recorded[0]?.query],
  )
})

test('a WHOIS server is asked as its registry wants it, and a list in place of an answer is asked on', async () => {
  const list =
    'Wide WIDE (NET-193-0-0-0-1) 193.0.0.0 - 193.0.255.255\nNear NEAR (NET-193-0-6-0-1) 193.0.6.0 - 193.0.6.255\n'
  const network =
    'NetRange: 193.0.6.0 - 193.0.6.255\nNetType: Reassigned\nOrgAbuseEmail: abuse@example.org\n'
  await using replayer = await whoisReplayer(query => (query.includes('!') ? network : list))
  const whois = `whois.example.org:${replayer.port}`
  const registry = { whois, whoisQuery: 'n + ADDRESS', whoisForm: 'arin' as const }
  const { named } = await lookUp(['193.0.6.135'], registry, dialer({}))
  equal(named['193.0.6.135'], 'abuse@example.org')
  deepEqual(replayer.asked, ['n + 193.0.6.135', 'n + ! NET-193-0-6-0-1'])
})

test('a WHOIS server that says we are blocked is left alone for a day, and somebody is told', async () => {
  await using replayer = await whoisReplayer(() => '%ERROR:201: access denied for 127.0.0.1\n')
  const registry = { whois: `whois.example.org:${replayer.port}` }
  const { alarms, named } = await lookUp(
    ['193.0.6.135', '193.0.7.1', '193.0.8.1'],
    registry,
    dialer({}),
  )
  deepEqual(Object.values(named), ['queued', 'queued', 'queued'])
  ok(replayer.asked.length <= 2)
  match(alarms[0] ?? '', /ripe wants no more questions from here \("%ERROR:201: access denied/)
})

test('a WHOIS server that never ends, or never begins, is left', async () => {
  await using flood = await whoisReplayer(() => Buffer.alloc(1024 * 1024, 'x'))
  const flooded = await fetchWhois({ host: 'whois.example.org', port: flood.port }, 'x', {
    dialer: dialer({}),
    milliseconds: 2000,
  })
  ok(flooded.kind === 'failed' && /longer than 262144 bytes/.test(flooded.reason))
  const silent = net.createServer(() => undefined)
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = silent.address() as AddressInfo
    const server = { host: 'whois.example.org', port }
    const waited = await fetchWhois(server, 'x', { dialer: dialer({}), milliseconds: 200 })
    ok(waited.kind === 'failed' && /took too long/.test(waited.reason))
  } finally {
    silent.close()
  }
})
