import type { Address } from '@redalert/core'
import type { Clue, SourceName } from '../model/clue.ts'
import type { Found } from '../model/found.ts'
import { keyAt } from '../ranges/columns.ts'
import { addressOf, keyOf, type Width } from '../ranges/key.ts'
import { covering, type NestedRanges } from '../ranges/nest.ts'
import { once, oncePerWidth } from '../ranges/once.ts'
import { rangeText, type Range } from '../ranges/range.ts'
import { openSnapshot, type NoSnapshot, type Snapshot } from '../ranges/snapshot.ts'
import { type StringPool, stringAt } from '../ranges/string-pool.ts'
import { bits, unpackCountry } from './network-bits.ts'

/** All that one registry hands out, from its dump. */
export type BulkNetworks = {
  readonly about: AboutNetworks
  readonly find: (address: Address) => Found
  /** The contacts of the networks around the one that names the contact of an address, the nearest first. */
  readonly wider: (address: Address) => readonly Clue[]
  /** Whom the announcer of a network names. */
  readonly origin: (asn: number) => readonly Clue[]
}

export type AboutNetworks = {
  readonly registry: string
  readonly networks: number
  readonly dangling: number
  readonly loaded: string
  readonly files: readonly string[]
}

/** Opens the networks of a registry. */
export function openNetworks(path: string): BulkNetworks | NoSnapshot {
  const snapshot = openSnapshot<AboutNetworks>(path, 'networks')
  if (snapshot.kind === 'no-snapshot') return snapshot
  const { about } = snapshot
  const tableOf = oncePerWidth(width =>
    tableFrom(snapshot, width === 1 ? 'networks4' : 'networks6', width),
  )
  const routesOf = oncePerWidth(width => {
    const name = width === 1 ? 'routes4' : 'routes6'
    return { ranges: rangesFrom(snapshot, name, width), asns: snapshot.numbers(`${name}.asns`) }
  })
  const contacts = once(() => poolFrom(snapshot, 'contacts'))
  const holders = once(() => poolFrom(snapshot, 'holders'))
  const autnums = once(() => ({
    asns: snapshot.numbers('autnums.asns'),
    contacts: snapshot.numbers('autnums.contacts'),
  }))
  const clue = (
    contact: number,
    source: SourceName,
    more: Partial<Clue> & { path: string },
  ): Clue => {
    const [mailbox = '', ...way] = stringAt(contacts(), contact).split('\t')
    const path = [more.path, ...way].join(' > ')
    return { mailbox, source, roles: ['abuse'], abuseBox: true, ...more, path }
  }
  const clueUp = (ranges: NestedRanges, row: number, up: Up) =>
    clue(up.contact, 'bulk', {
      path: wayUp(ranges, row, up),
      ...(up.climbed > 0 ? { climbed: up.climbed } : { ofNetwork: true }),
    })
  return {
    about,
    find(address) {
      const key = keyOf(address)
      const width: Width = key.length === 1 ? 1 : 4
      const table = tableOf(width)
      const routes = routesOf(width)
      const [row, ...wider] = covering(table.ranges, key)
      const flags = table.flags[row ?? -1] ?? 0
      if (row === undefined || flags & bits.placeholder)
        return { kind: 'nothing', reason: `the data of ${about.registry} has nothing about it` }
      if (flags & bits.national)
        return {
          kind: 'nothing',
          reason: `a national registry of ${about.registry} knows the user`,
        }
      const range = rangeAt(table.ranges, row)
      const [up] = climb([row, ...wider], table)
      const holder = stringAt(holders(), table.holders[row] ?? 0)
      const country = unpackCountry(flags)
      const asn = routes.asns[covering(routes.ranges, key)[0] ?? -1]
      return {
        kind: 'holding',
        certainty: 'certain',
        holding: {
          range,
          source: 'bulk',
          registry: about.registry,
          ...(holder !== '' && { name: holder }),
          ...(country && { country }),
          ...(asn !== undefined && { asns: [asn] }),
          clues: up ? [clueUp(table.ranges, row, up)] : [],
          asked: [address],
          whole: true,
          settled: true,
        },
      }
    },
    wider(address) {
      const key = keyOf(address)
      const table = tableOf(key.length === 1 ? 1 : 4)
      const rows = covering(table.ranges, key)
      const [first, ...others] = climb(rows, table)
      const known = new Set([first?.contact])
      return others.flatMap(up => {
        if (known.has(up.contact)) return []
        known.add(up.contact)
        return [clueUp(table.ranges, rows[0] ?? up.row, up)]
      })
    },
    origin(asn) {
      const { asns, contacts } = autnums()
      const contact = contacts[rowOf(asns, asn)] ?? 0
      return contact === 0
        ? []
        : [clue(contact, 'origin', { path: `AS${asn}, which announces it` })]
    },
  }
}

type Table = {
  readonly ranges: NestedRanges
  readonly contacts: Uint32Array
  readonly holders: Uint32Array
  readonly flags: Uint32Array
}

type Up = { readonly row: number; readonly contact: number; readonly climbed: number }

/** The contacts on the way from narrow to wide; it ends at what a registry itself handed out, or knows nothing of. */
function climb(rows: readonly number[], { contacts, flags }: Table): readonly Up[] {
  const ups: Up[] = []
  for (const [climbed, row] of rows.entries()) {
    const here = flags[row] ?? 0
    if (here & bits.placeholder) break
    const contact = contacts[row] ?? 0
    if (contact !== 0) ups.push({ row, contact, climbed })
    if (here & bits.handedOut) break
  }
  return ups
}

function wayUp(ranges: NestedRanges, row: number, up: Up): string {
  const start = `network ${rangeText(rangeAt(ranges, row))}`
  return up.row === row ? start : `${start} > in ${rangeText(rangeAt(ranges, up.row))}`
}

function tableFrom(snapshot: Snapshot<unknown>, name: string, width: Width): Table {
  return {
    ranges: rangesFrom(snapshot, name, width),
    contacts: snapshot.numbers(`${name}.contacts`),
    holders: snapshot.numbers(`${name}.holders`),
    flags: snapshot.numbers(`${name}.flags`),
  }
}

function rangesFrom(snapshot: Snapshot<unknown>, name: string, width: Width): NestedRanges {
  return {
    width,
    starts: snapshot.numbers(`${name}.starts`),
    ends: snapshot.numbers(`${name}.ends`),
    parents: snapshot.signed(`${name}.parents`),
  }
}

function poolFrom(snapshot: Snapshot<unknown>, name: string): StringPool {
  return { offsets: snapshot.numbers(`${name}.offsets`), bytes: snapshot.bytes(`${name}.bytes`) }
}

function rangeAt({ starts, ends, width }: NestedRanges, row: number): Range {
  return { start: addressOf(keyAt(starts, width, row)), end: addressOf(keyAt(ends, width, row)) }
}

function rowOf(sorted: Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return sorted[low] === value ? low : -1
}
