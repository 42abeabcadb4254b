import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import zlib from 'node:zlib'
import { type Address, Fault, parseAddress } from '@redalert/core'
import { bulkFiles } from './bulk-files.ts'
import { type LoadStep, loadBulk } from './load-bulk.ts'
import { openBulk } from './open-bulk.ts'

const base = mkdtempSync(join(tmpdir(), 'redalert-bulk-'))
after(() => rmSync(base, { recursive: true }))
const now = () => Date.parse('2026-11-01T00:00:00Z')

let folders = 0
function newFolder(): string {
  return join(base, `data-${folders++}`)
}

/** Writes files and loads them. */
async function loaded(files: Readonly<Record<string, string | Buffer>>, folder = newFolder()) {
  const place = mkdtempSync(join(base, 'files-'))
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(place, name)
    writeFileSync(path, name.endsWith('.gz') ? zlib.gzipSync(content) : content)
    return path
  })
  const steps: LoadStep[] = []
  for await (const step of loadBulk(paths, folder, { now })) steps.push(step)
  return { bulk: openBulk(folder), steps, folder, paths }
}

const contactOf = (bulk: ReturnType<typeof openBulk>, text: string) => {
  const found = bulk.find(parseAddress(text) as Address)
  if (found.kind !== 'holding') return found.kind
  return found.holding.clues[0]?.mailbox ?? 'nobody'
}
const pathOf = (bulk: ReturnType<typeof openBulk>, text: string) => {
  const found = bulk.find(parseAddress(text) as Address)
  return found.kind === 'holding' ? found.holding.clues[0]?.path : undefined
}

const ripe = {
  'ripe.db.inetnum.gz': `#
# The contents of this file are subject to RIPE Database Terms and Conditions
#

inetnum:        0.0.0.0 - 255.255.255.255
netname:        IANA-BLK
descr:          The whole IPv4 address space
org:            ORG-IANA1-RIPE
source:         RIPE

inetnum:        192.0.2.0 - 192.0.2.255
netname:        EXAMPLE-NET   # a comment
country:        nl
org:            ORG-LIR-RIPE
status:         ALLOCATED PA
mnt-by:         RIPE-NCC-HM-MNT
source:         RIPE

inetnum:        192.0.2.0 - 192.0.2.63
netname:        CUSTOMER-OWN
descr:          the name of the customer
+               goes on
	        and on
abuse-c:        AC2-RIPE
status:         ASSIGNED PA
mnt-by:         LIR-MNT
source:         RIPE

inetnum:        192.0.2.64 - 192.0.2.127
netname:        CUSTOMER-INHERITS
status:         ASSIGNED PA
mnt-by:         LIR-MNT
source:         RIPE

inetnum:        192.0.2.64 - 192.0.2.71
netname:        DEEP
status:         ASSIGNED PA
mnt-by:         LIR-MNT
source:         RIPE

inetnum:        198.51.100.0 - 198.51.100.255
netname:        PI-WITHOUT
org:            ORG-NONE-RIPE
status:         ASSIGNED PI
mnt-by:         RIPE-NCC-END-MNT
source:         RIPE

inetnum:        198.18.0.0 - 198.18.0.255
netname:        OLD-AND-ALONE
status:         LEGACY
mnt-by:         LIR-MNT
source:         RIPE

inetnum:        203.0.113.0 - 203.0.113.255
netname:        NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK
abuse-c:        AC1-RIPE
status:         ALLOCATED UNSPECIFIED
source:         RIPE

`,
  'ripe.db.inet6num.gz': `inet6num:       2001:db8::/32
org:            org-lir-ripe
status:         ALLOCATED-BY-RIR
mnt-by:         RIPE-NCC-HM-MNT
source:         RIPE

inet6num:       2001:db8:7::/48
status:         ASSIGNED
mnt-by:         LIR-MNT
source:         RIPE
`,
  'ripe.db.organisation.gz': `organisation:   ORG-LIR-RIPE
org-name:       Example Provider
org-type:       LIR
abuse-c:        AC1-RIPE
source:         RIPE

organisation:   ORG-NONE-RIPE
org-name:       Example University
source:         RIPE

organisation:   ORG-IANA1-RIPE
org-name:       Internet Assigned Numbers Authority
abuse-c:        AC9-RIPE
source:         RIPE
`,
  'ripe.db.role.gz': `role:           Provider Abuse
nic-hdl:        AC1-RIPE
abuse-mailbox:  abuse@example.net
e-mail:         unread@ripe.net
source:         RIPE

role:           Customer Abuse
nic-hdl:        AC2-RIPE
abuse-mailbox:  abuse@example.org
source:         RIPE

role:           IANA
nic-hdl:        AC9-RIPE
abuse-mailbox:  abuse@iana.org
source:         RIPE
`,
  'ripe.db.aut-num.gz': `aut-num:        AS64500
org:            ORG-LIR-RIPE
source:         RIPE

aut-num:        AS64496
abuse-c:        AC2-RIPE
source:         RIPE
`,
  'ripe.db.route.gz': `route:          198.51.100.0/24
origin:         AS64500
source:         RIPE

route6:         2001:db8::/32
origin:         AS64496
source:         RIPE`,
}

const { bulk } = await loaded(ripe)

const contacts: readonly (readonly [sentence: string, address: string, contact: string])[] = [
  ['an object’s own contact', '192.0.2.7', 'abuse@example.org'],
  ['its organisation’s contact', '192.0.2.200', 'abuse@example.net'],
  ['the contact of the network around it', '192.0.2.100', 'abuse@example.net'],
  ['the contact of the network around the network around it', '192.0.2.65', 'abuse@example.net'],
  ['the contact of the IPv6 network around it', '2001:db8:7::1', 'abuse@example.net'],
  [
    'nobody for a network that the registry itself handed out without one',
    '198.51.100.1',
    'nobody',
  ],
  ['nobody for a network that has only the whole address space around it', '198.18.0.1', 'nobody'],
  ['nothing for a network that only says "not ours"', '203.0.113.1', 'nothing'],
  ['nothing for what lies in the whole address space alone', '8.8.8.8', 'nothing'],
]
for (const [sentence, address, contact] of contacts)
  test(`RIPE: finds ${sentence}`, () => equal(contactOf(bulk, address), contact))

test('the way to a contact is told as the registry holds it', () => {
  equal(pathOf(bulk, '192.0.2.7'), 'network 192.0.2.0 - 192.0.2.63 > AC2-RIPE')
  equal(
    pathOf(bulk, '192.0.2.65'),
    'network 192.0.2.64 - 192.0.2.71 > in 192.0.2.0 - 192.0.2.255 > ORG-LIR-RIPE > AC1-RIPE',
  )
})

test('who holds a network, its country and its announcer are known without a question', () => {
  const found = bulk.find('198.51.100.1' as Address)
  ok(found.kind === 'holding')
  deepEqual(
    [found.holding.name, found.holding.asns, found.holding.whole],
    ['Example University', [64_500], true],
  )
  const other = bulk.find('192.0.2.200' as Address)
  ok(other.kind === 'holding')
  deepEqual([other.holding.country, other.holding.name], ['NL', 'Example Provider'])
  const wide = bulk.find('2001:db8:8::1' as Address)
  ok(wide.kind === 'holding')
  deepEqual(wide.holding.asns, [64_496])
})

test('an announcer’s contact is its own, or its organisation’s', () => {
  equal(bulk.origin(64_496)[0]?.mailbox, 'abuse@example.org')
  equal(bulk.origin(64_500)[0]?.mailbox, 'abuse@example.net')
  deepEqual(bulk.origin(64_501), [])
})

test('a load says what it made, and leaves no half-made files', async () => {
  const { steps, folder } = await loaded(ripe)
  deepEqual(steps.at(-1), { kind: 'made', name: 'ripe', rows: 10, dangling: 0 })
  deepEqual(
    steps.filter(({ kind }) => kind === 'read').map(step => step.kind === 'read' && step.rows),
    [8, 2, 3, 3, 2, 2],
  )
  deepEqual(readdirSync(folder).toSorted(), ['parts', 'ripe.networks'])
  deepEqual(readdirSync(bulkFiles.parts(folder)), [])
})

test('contacts that are in no file are counted, so that a forgotten file is noticed', async () => {
  const { 'ripe.db.role.gz': _, ...without } = ripe
  const { bulk: lame } = await loaded(without)
  ok((lame.status.networks[0]?.dangling ?? 0) > 0)
  equal(contactOf(lame, '192.0.2.7'), 'nobody')
})

test('APNIC and AFRINIC: a team behind mnt-irt is found, and a national registry’s network is left to it', async () => {
  const { bulk: both } = await loaded({
    'apnic.db.inetnum': `inetnum:        192.0.2.0 - 192.0.2.255
netname:        EXAMPLE-AP
country:        AU
mnt-irt:        IRT-EXAMPLE-AU
mnt-by:         APNIC-HM
status:         ALLOCATED PORTABLE
source:         APNIC

inetnum:        198.51.100.0 - 198.51.100.255
netname:        EXAMPLE-JP
country:        JP
mnt-irt:        IRT-JPNIC-JP
mnt-by:         MAINT-JPNIC
source:         APNIC
`,
    'apnic.db.irt': `irt:            IRT-EXAMPLE-AU
e-mail:         office@example.org
abuse-mailbox:  abuse@example.org
source:         APNIC

irt:            IRT-JPNIC-JP
e-mail:         abuse@nic.ad.jp
source:         APNIC
`,
    'afrinic.db': `inetnum:        203.0.113.0 - 203.0.113.255
netname:        EXAMPLE-ZA
org:            ORG-EX1-AFRINIC
mnt-irt:        IRT-EX-AFRINIC
status:         ASSIGNED PI
source:         AFRINIC

irt:            IRT-EX-AFRINIC
e-mail:         team@example.net
source:         AFRINIC
`,
  })
  equal(contactOf(both, '192.0.2.7'), 'abuse@example.org')
  equal(contactOf(both, '198.51.100.7'), 'nothing')
  equal(contactOf(both, '203.0.113.7'), 'team@example.net')
  deepEqual(
    both.status.networks.map(({ registry }) => registry),
    ['apnic', 'afrinic'],
  )
})

test('the statistics of the registries say whose an address is, and whether anybody holds it', async () => {
  const { bulk: stats } = await loaded({
    'delegated-ripencc-extended-latest': `2|ripencc|1790287199|3|19700101|20260924|+0200
ripencc|*|ipv4|*|2|summary
ripencc|NL|ipv4|192.0.2.0|320|20100101|allocated|holder-1
ripencc||ipv4|198.51.100.0|256||available
ripencc|DE|ipv6|2001:db8::|32|20100101|assigned|holder-2
ripencc|NL|asn|64500|1|20100101|allocated|holder-1
`,
    'delegated-lacnic-extended-latest.gz': `# a banner
2.3|lacnic|20260927|1|19870101|20260925|-0300
lacnic|BR|ipv4|203.0.113.0|256|20190211|allocated|258500
`,
  })
  const find = (text: string) => stats.delegations?.find(parseAddress(text)!)
  deepEqual(find('192.0.3.63'), { registry: 'ripe', held: true, country: 'NL' })
  equal(find('192.0.3.64'), undefined)
  deepEqual(find('2001:db8:ffff::1'), { registry: 'ripe', held: true, country: 'DE' })
  deepEqual(find('203.0.113.9'), { registry: 'lacnic', held: true, country: 'BR' })
  deepEqual(stats.find(parseAddress('198.51.100.1')!), {
    kind: 'stop',
    as: 'unroutable',
    reason: 'nobody holds it, says ripe',
  })
  deepEqual(stats.status.delegations?.dates, { ripencc: '20260924', lacnic: '20260925' })
})

test('an object of a registry that gave the block away is not believed where statistics say so', async () => {
  const moved = `inetnum: 192.0.2.0 - 192.0.2.255\nabuse-c: AC1\nsource: RIPE\n\nrole: x\nnic-hdl: AC1\nabuse-mailbox: old@example.org\nsource: RIPE\n`
  const { bulk: plain } = await loaded({ moved })
  equal(contactOf(plain, '192.0.2.7'), 'old@example.org')
  const { bulk: told } = await loaded({
    moved,
    stats: `2|arin|20260101|1|19700101|20260924|+0200\narin|US|ipv4|192.0.2.0|256|20100101|allocated|x\n`,
  })
  equal(contactOf(told, '192.0.2.7'), 'nothing')
})

test('tables of announcers and countries are read with addresses or with numbers, and name their source', async () => {
  const { bulk: tables } = await loaded({
    'asn-ipv4-num.csv':
      '3221225984,3221226239,64500,"Example, Inc."\n3221226240,3221226495,64501,Another "one"\n',
    'asn-ipv6.csv': '2001:db8::,2001:db8:ffff:ffff:ffff:ffff:ffff:ffff,64500,"Example, Inc."\n',
    'country.csv': '192.0.2.0,192.0.2.255,NL\n2001:db8::,2001:db8::ff,DE\n',
  })
  const origin = tables.asns?.find('192.0.2.7' as Address)
  deepEqual(
    [origin?.asn, origin?.name, origin?.attribution],
    [64_500, 'Example, Inc.', 'from asn-ipv4-num.csv'],
  )
  equal(tables.asns?.find('2001:db8:1::1' as Address)?.asn, 64_500)
  equal(tables.asns?.find('198.51.100.1' as Address), undefined)
  equal(tables.countries?.find('192.0.2.7' as Address), 'NL')
  equal(tables.countries?.find('2001:db8::7' as Address), 'DE')
  deepEqual([tables.status.asns?.rows, tables.status.countries?.rows], [3, 2])
})

test('a table of IPv6 in numbers is read', async () => {
  const { bulk: tables } = await loaded({
    'asn-ipv6-num.csv':
      '42540766411282592856903984951653826560,42540766490510755371168322545197776895,64500,Example\n',
  })
  equal(tables.asns?.find('2001:db8::7' as Address)?.asn, 64_500)
  equal(tables.asns?.find('2001:db9::7' as Address), undefined)
})

for (const [name, content, sentence] of [
  ['nothing.txt', 'hello world\n', /is no dump, no statistics and no table/],
  ['empty', '', /is no dump/],
  ['other.db', 'inetnum: 192.0.2.0/24\nsource: OTHER\n', /is a dump of "other"/],
  [
    'roles.db',
    'role: x\nnic-hdl: A\nabuse-mailbox: a@example.org\nsource: RIPE\n',
    /no file of ripe holds networks: give all files/,
  ],
] as const)
  test(`refuses ${name}, and the data that was there stays`, async () => {
    const { folder } = await loaded(ripe)
    await rejects(
      loaded({ [name]: content }, folder),
      error => error instanceof Fault && error.code === 'bad-bulk' && sentence.test(error.message),
    )
    equal(contactOf(openBulk(folder), '192.0.2.7'), 'abuse@example.org')
  })

test('loading a registry again replaces its data, and leaves the others', async () => {
  const { folder } = await loaded(ripe)
  const afrinic =
    'inetnum: 203.0.113.0/24\nmnt-irt: I\nsource: AFRINIC\n\nirt: I\nabuse-mailbox: za@example.org\nsource: AFRINIC\n'
  await loaded({ afrinic }, folder)
  const { bulk: again } = await loaded(
    {
      ripe: 'inetnum: 192.0.2.0/24\nabuse-c: A\nsource: RIPE\n\nrole: r\nnic-hdl: A\nabuse-mailbox: new@example.org\nsource: RIPE\n',
    },
    folder,
  )
  equal(contactOf(again, '192.0.2.7'), 'new@example.org')
  equal(contactOf(again, '203.0.113.7'), 'za@example.org')
})

test('a load that is stopped is gone on with, and until it ends the old data stand', async () => {
  const { folder, paths } = await loaded(ripe)
  const before = statSync(bulkFiles.networks(folder, 'ripe')).mtimeMs
  const stop = new AbortController()
  const half: LoadStep[] = []
  const run = async () => {
    for await (const step of loadBulk(paths, folder, { now, signal: stop.signal })) {
      half.push(step)
      if (half.length === 3) stop.abort(new Error('stopped'))
    }
  }
  await rejects(run(), /stopped/)
  equal(statSync(bulkFiles.networks(folder, 'ripe')).mtimeMs, before)
  equal(contactOf(openBulk(folder), '192.0.2.7'), 'abuse@example.org')
  const rest: LoadStep[] = []
  for await (const step of loadBulk(paths, folder, { now })) rest.push(step)
  deepEqual(
    rest.map(({ kind }) => kind),
    ['kept', 'kept', 'kept', 'read', 'read', 'read', 'made'],
  )
  equal(contactOf(openBulk(folder), '192.0.2.7'), 'abuse@example.org')
})

test('data that were damaged on disk are left out, and it is said', async () => {
  const { folder } = await loaded(ripe)
  writeFileSync(bulkFiles.networks(folder, 'ripe'), 'x')
  const damaged = openBulk(folder)
  equal(damaged.find('192.0.2.7' as Address).kind, 'nothing')
  equal(damaged.status.refused.length, 1)
})
