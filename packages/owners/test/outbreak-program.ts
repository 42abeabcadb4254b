import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { join } from 'node:path'
import { loadBulk } from '../src/bulk/load-bulk.ts'
import { openBulk } from '../src/bulk/open-bulk.ts'
import { rangeCache } from '../src/cache/range-cache.ts'
import { manners } from '../src/manners/manners.ts'
import type { Owner } from '../src/model/owner.ts'
import { neverList } from '../src/never/never-list.ts'
import { owner } from '../src/owner.ts'
import { findIpv4, halvesOf } from '../src/ranges/flat-ranges.ts'
import { addressOf, keyOf } from '../src/ranges/key.ts'
import { bootstrap, shippedBootstrap } from '../src/registries/bootstrap.ts'
import { registries } from '../src/registries/registries.ts'
import { bulkSource } from '../src/sources/bulk-source.ts'
import { cacheSource } from '../src/sources/cache-source.ts'
import { asnRows, type AsnRow, seededRandom, spreadHosts } from './asn-table.ts'
import { simulatedSource } from './simulated-registries.ts'
import { virtualTime } from './virtual-time.ts'

/** An outbreak that runs in a program of its own, where the test runner does not count its promises. */
export type Outbreak = {
  /** Where the table of announced networks lies. */
  readonly table: string
  readonly hosts: number
  readonly questions: number
  /** Where bulk data is made of the table, if it shall be. */
  readonly bulk?: string
}

/** What came of it. */
export type OutbreakCounts = {
  readonly asked: number
  /** Until every host had some answer. */
  readonly firstAsked: number
  /** How many networks the hosts lie in. */
  readonly networks: number
  readonly all: number
  readonly named: number
  readonly provisional: number
  /** Named, while a question about the very block still waits. */
  readonly listed: number
  readonly waiting: number
  readonly unroutable: number
  readonly wrong: number
  /** How long the registries' pace would make it last. */
  readonly days: number
  readonly seconds: number
}

const nowhere: AsnRow = { start: 0, end: 0, asn: 0 }
const {
  bulk: place,
  hosts: count,
  questions,
  table: folder,
} = JSON.parse(process.argv[2] ?? '{}') as Outbreak
const rows = apart(asnRows(folder))
const hosts = spreadHosts(rows, count, seededRandom(2001))
process.stdout.write(JSON.stringify(await outbreak()))

/**
 * Every announced network is taken for the one that its registry answers with; those wider than a block may hide
 * others, as allocations do.
 */
async function outbreak(): Promise<OutbreakCounts> {
  const starts = Uint32Array.from(rows, ({ start }) => start)
  const table = {
    width: 1 as const,
    starts,
    ends: Uint32Array.from(rows, ({ end }) => end),
    values: new Uint32Array(0),
    halves: halvesOf(starts),
  }
  const list = bootstrap(shippedBootstrap, registries)
  const rowOf = (address: Owner['address']) => rows[findIpv4(table, keyOf(address)[0] ?? 0)]
  const time = virtualTime()
  const cache = rangeCache({ now: time.now, random: () => 0.5 })
  const seen = new Set<AsnRow>()
  let firstAsked = 0
  const source = simulatedSource('rdap', {
    registryOf: list.registryOf,
    find: address => {
      const row = rowOf(address)
      if (row && !seen.has(row)) firstAsked = source.asked.length
      if (row) seen.add(row)
      return (
        row && {
          range: { start: addressOf([row.start]), end: addressOf([row.end]) },
          registry: list.registryOf(address) ?? '',
          mailbox: mailboxOf(row),
          status: 'ALLOCATED PA',
        }
      )
    },
  })
  const parts = {
    never: neverList(),
    cache,
    manners: manners({ registries, now: time.now, sleep: time.sleep, random: () => 0 }),
    sources: [
      cacheSource(cache),
      ...(place === undefined ? [] : [bulkSource(await bulkIn(place))]),
      source,
    ],
    now: time.now,
  }
  const counts = {
    all: 0,
    named: 0,
    provisional: 0,
    listed: 0,
    waiting: 0,
    unroutable: 0,
    wrong: 0,
  }
  const begin = time.now()
  const start = performance.now()
  const addresses = hosts.map(host => addressOf([host]))
  const blocks = new Set<AsnRow>()
  for (const address of addresses) blocks.add(rowOf(address) ?? nowhere)
  const work = async () => {
    for await (const one of owner(addresses, parts, { questions })) {
      counts.all++
      if (one.kind === 'owner') {
        counts.named++
        counts.provisional += Number(one.provisional)
        counts.listed += Number(one.queued)
        counts.wrong += Number(one.contact.mailbox !== mailboxOf(rowOf(one.address) ?? nowhere))
      } else if (one.kind === 'queued') counts.waiting++
      else counts.unroutable++
    }
  }
  await time.run(work())
  return {
    asked: source.asked.length,
    firstAsked,
    networks: blocks.size,
    ...counts,
    days: (time.now() - begin) / 86_400_000,
    seconds: (performance.now() - start) / 1000,
  }
}

async function bulkIn(where: string) {
  await writeDump(join(where, 'ripe.db'))
  for await (const _ of loadBulk([join(where, 'ripe.db')], where, { now: Date.now })) continue
  return openBulk(where)
}

function mailboxOf({ asn }: AsnRow): string {
  return `abuse@as${asn}.example.org`
}

/** The table as a dump in RPSL: each network with the role of whoever announces it. */
async function writeDump(path: string): Promise<void> {
  const file = createWriteStream(path)
  const asns = new Set<number>()
  for (const { start, end, asn } of rows) {
    asns.add(asn)
    const text = `inetnum:        ${addressOf([start])} - ${addressOf([end])}\nabuse-c:        AS${asn}-EX\nstatus:         ALLOCATED PA\nsource:         RIPE\n\n`
    if (!file.write(text)) await new Promise<void>(resolve => file.once('drain', resolve))
  }
  for (const asn of asns)
    file.write(
      `role:           AS${asn}\nnic-hdl:        AS${asn}-EX\nabuse-mailbox:  abuse@as${asn}.example.org\nsource:         RIPE\n\n`,
    )
  file.end()
  await finished(file)
}

/** One row of the table overlaps the next: that one counts, as everywhere. */
function apart(all: readonly AsnRow[]): readonly AsnRow[] {
  return all.map((row, at) => ({
    ...row,
    end: Math.min(row.end, (all[at + 1]?.start ?? 2 ** 32) - 1),
  }))
}
