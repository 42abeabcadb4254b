import { type Address, parseAddress, parseNetwork } from '@redalert/core'
import { findRow } from '../ranges/flat-ranges.ts'
import { flatten } from '../ranges/flatten.ts'
import { keyOf, type Key } from '../ranges/key.ts'
import { rangeOf } from '../ranges/range.ts'
import { openSnapshot, type NoSnapshot, type Sections } from '../ranges/snapshot.ts'
import { flatColumns } from './flat-columns.ts'
import { flatTables, flatSections } from './flat-sections.ts'
import { packCountry, unpackCountry } from './network-bits.ts'

/** Which registry handed an address out, and in which country, as the registries' statistics say. */
export type Delegations = {
  readonly about: AboutDelegations
  readonly find: (address: Address) => Delegation | undefined
}

export type Delegation = {
  readonly registry: string
  readonly country?: string
  /** False for addresses that nobody holds. */
  readonly held: boolean
}

export type AboutDelegations = {
  readonly loaded: string
  readonly files: readonly string[]
  /** The dates of the statistics, by registry. */
  readonly dates: Readonly<Record<string, string>>
}

const registryNames: Readonly<Record<string, string>> = {
  ripencc: 'ripe',
  arin: 'arin',
  apnic: 'apnic',
  lacnic: 'lacnic',
  afrinic: 'afrinic',
}
const names = Object.values(registryNames)

/** Takes in statistics, line by line: `registry|country|kind|start|count|date|status|holder`. */
export function delegationBuilder() {
  const columns = { 1: flatColumns(), 4: flatColumns() }
  const dates: Record<string, string> = {}
  let rows = 0
  return {
    take: (lines: readonly string[]) => {
      for (const line of lines) {
        const cells = line.trim().split('|', 8)
        const [
          registry = '',
          country = '',
          kind = '',
          start = '',
          count = '',
          day = '',
          status = '',
        ] = cells
        if (/^\d/.test(registry) && country in registryNames) dates[country] = day
        const number = names.indexOf(registryNames[registry] ?? '')
        const keys = number === -1 ? undefined : keysOf(kind, start, count)
        if (!keys) continue
        const held = ['allocated', 'assigned'].includes(status.toLowerCase())
        columns[keys.start.length === 1 ? 1 : 4].push(
          keys,
          packCountry(country) | (held ? 8 : 0) | number,
        )
        rows++
      }
    },
    rows: () => rows,
    dates: () => dates,
    finish: (): Sections => ({
      ...flatSections('v4', flatten(1, columns[1].finish())),
      ...flatSections('v6', flatten(4, columns[4].finish())),
    }),
  }
}

/** Opens what was made of the statistics. */
export function openDelegations(path: string): Delegations | NoSnapshot {
  const snapshot = openSnapshot<AboutDelegations>(path, 'delegations')
  if (snapshot.kind === 'no-snapshot') return snapshot
  const tableOf = flatTables(snapshot)
  return {
    about: snapshot.about,
    find(address) {
      const key = keyOf(address)
      const table = tableOf(key.length === 1 ? 1 : 4)
      const row = findRow(table, key)
      if (row === -1) return undefined
      const value = table.values[row] ?? 0
      const country = unpackCountry(value)
      const registry = names[value & 7] ?? ''
      return { registry, held: (value & 8) !== 0, ...(country && country !== 'ZZ' && { country }) }
    },
  }
}

/** IPv4 counts addresses, IPv6 gives the length of a prefix. */
function keysOf(kind: string, start: string, count: string): { start: Key; end: Key } | undefined {
  if (!/^\d{1,10}$/.test(count)) return undefined
  if (kind === 'ipv6') {
    const network = parseNetwork(`${start}/${count}`)
    const range = network && rangeOf(network)
    return range && { start: keyOf(range.start), end: keyOf(range.end) }
  }
  const address = kind === 'ipv4' ? parseAddress(start) : undefined
  const first = address && keyOf(address)[0]
  if (first === undefined || Number(count) === 0) return undefined
  return { start: [first], end: [Math.min(first + Number(count) - 1, 0xffff_ffff)] }
}
