import { type Address } from '@redalert/core'
import { isEndAssignment } from '../model/is-end-assignment.ts'
import { isPlaceholder } from '../model/is-placeholder.ts'
import { keyOf } from '../ranges/key.ts'
import { parseRange, type Range } from '../ranges/range.ts'
import type { Sections } from '../ranges/snapshot.ts'
import { nationalRegistry } from '../registries/national-registry.ts'
import { bits, packCountry } from './network-bits.ts'
import { growingColumn, type GrowingColumn } from './growing-column.ts'
import { interner } from './interner.ts'
import { rpslReader } from './rpsl-objects.ts'

/**
 * The tables of a part: what one file of a registry's dump says, before references are followed. A row is so many
 * numbers: addresses, flags, and the numbers of texts in the part's own book.
 */
export const partTables = {
  /** start, end, abuse-c, mnt-irt, org, flags */
  networks4: 6,
  /** start (4), end (4), abuse-c, mnt-irt, org, flags */
  networks6: 12,
  /** handle, mailbox, abuse-c, name: roles, teams and organisations */
  entries: 4,
  /** number, abuse-c, mnt-irt, org */
  autnums: 4,
  /** start, end, number */
  routes4: 3,
  routes6: 9,
} as const

export type PartTable = keyof typeof partTables

const wanted = new Set(
  `inetnum inet6num role irt organisation aut-num route route6
  abuse-c mnt-irt org status netname country mnt-by mnt-lower admin-c
  nic-hdl abuse-mailbox e-mail org-name origin source`.split(/\s+/),
)

/** Takes in a dump, line by line. */
export type PartBuilder = {
  readonly take: (lines: readonly string[]) => void
  readonly finish: () => Part
}

export type Part = {
  /** Whose dump it is: `ripe`, as its objects say; empty when they say nothing. */
  readonly registry: string
  readonly objects: number
  readonly sections: Sections
}

/** Makes a part of a dump. */
export function partBuilder(): PartBuilder {
  const tables: Record<PartTable, GrowingColumn> = {
    networks4: growingColumn(),
    networks6: growingColumn(),
    entries: growingColumn(),
    autnums: growingColumn(),
    routes4: growingColumn(),
    routes6: growingColumn(),
  }
  const book = interner()
  let registry = ''
  let objects = 0
  const reader = rpslReader(wanted, (type, values) => {
    objects++
    const first = (name: string) => values.get(name)?.[0]
    const handle = (name: string) => book.number(first(name)?.toUpperCase())
    if (registry === '') registry = registryOf(first('source'))
    switch (type) {
      case 'inetnum':
      case 'inet6num': {
        const range = parseRange(first(type) ?? '')
        if (!range) return
        const row = [handle('abuse-c'), handle('mnt-irt'), handle('org'), flagsOf(values)]
        tables[isWide(range) ? 'networks6' : 'networks4'].push(...keysOf(range), ...row)
        return
      }
      case 'role':
      case 'irt':
      case 'organisation': {
        const mailbox = first('abuse-mailbox') ?? (type === 'irt' ? first('e-mail') : undefined)
        const key = type === 'role' ? 'nic-hdl' : type
        const name = first(type === 'organisation' ? 'org-name' : type)
        tables.entries.push(handle(key), book.number(mailbox), handle('abuse-c'), book.number(name))
        return
      }
      case 'aut-num': {
        const number = asnOf(first(type))
        if (number) tables.autnums.push(number, handle('abuse-c'), handle('mnt-irt'), handle('org'))
        return
      }
      case 'route':
      case 'route6': {
        const range = parseRange(first(type) ?? '')
        const number = asnOf(first('origin'))
        if (range && number)
          tables[isWide(range) ? 'routes6' : 'routes4'].push(...keysOf(range), number)
        return
      }
    }
  })
  return {
    take: reader.take,
    finish() {
      reader.end()
      const { offsets, bytes } = book.finish()
      const columns = Object.entries(tables).map(([name, column]) => [name, column.finish()])
      const sections = { ...Object.fromEntries(columns), offsets, bytes } as Sections
      return { registry, objects, sections }
    },
  }
}

/** The maintainers with which registries keep what they themselves handed out: such objects inherit nothing. */
const handedOutBy = new Set([
  'RIPE-NCC-HM-MNT',
  'RIPE-NCC-HM-PI-MNT',
  'RIPE-NCC-END-MNT',
  'RIPE-NCC-LEGACY-MNT',
  'APNIC-HM',
  'AFRINIC-HM-MNT',
])

function flagsOf(values: ReadonlyMap<string, readonly string[]>): number {
  const all = (...names: readonly string[]) =>
    names.flatMap(name => values.get(name) ?? []).map(value => value.toUpperCase())
  const [status] = values.get('status') ?? []
  const [netname] = values.get('netname') ?? []
  const [source] = values.get('source') ?? []
  const isHandedOut = all('mnt-by', 'mnt-lower').some(one => handedOutBy.has(one))
  const isNational = nationalRegistry(all('mnt-by', 'mnt-irt', 'admin-c'), source) !== undefined
  return (
    (isHandedOut ? bits.handedOut : 0) |
    (isEndAssignment(status) ? bits.endAssignment : 0) |
    (isPlaceholder(netname, []) ? bits.placeholder : 0) |
    (isNational ? bits.national : 0) |
    packCountry(values.get('country')?.[0])
  )
}

function registryOf(source: string | undefined): string {
  return source?.split(/[\s-]/)[0]?.toLowerCase() ?? ''
}

function isWide({ start }: Range): boolean {
  return start.includes(':')
}

function keysOf({ start, end }: Range): number[] {
  return [start, end].flatMap((address: Address) => [...keyOf(address)])
}

function asnOf(text: string | undefined): number | undefined {
  const digits = /^AS(\d{1,10})$/i.exec(text ?? '')?.[1]
  return digits && Number(digits) < 2 ** 32 ? Number(digits) : undefined
}
