import type { Address, Untrusted } from '@redalert/core'
import type { Origin } from '../model/owner.ts'
import { findRow } from '../ranges/flat-ranges.ts'
import { keyOf } from '../ranges/key.ts'
import { once } from '../ranges/once.ts'
import { type NoSnapshot, openSnapshot } from '../ranges/snapshot.ts'
import { stringAt } from '../ranges/string-pool.ts'
import { flatTables } from './flat-sections.ts'

/** A table of which network announces an address, or in which country it is used: it shows, and never decides whom to tell. */
export type AddressTable<Value> = {
  readonly about: AboutTable
  readonly find: (address: Address) => Value | undefined
}

export type AboutTable = {
  readonly rows: number
  /** The day on which its data was right, as far as is known. */
  readonly asOf: string
  /** Whom its licence asks to name. */
  readonly attribution: string
  readonly loaded: string
  readonly files: readonly string[]
}

/** Opens a table of the networks that announce addresses. */
export function openAsnTable(path: string): AddressTable<Origin> | NoSnapshot {
  const snapshot = openSnapshot<AboutTable>(path, 'asns')
  if (snapshot.kind === 'no-snapshot') return snapshot
  const { about } = snapshot
  const tableOf = flatTables(snapshot)
  const networks = once(() => ({
    asns: snapshot.numbers('asns'),
    pool: { offsets: snapshot.numbers('names.offsets'), bytes: snapshot.bytes('names.bytes') },
  }))
  const names: Untrusted[] = []
  return {
    about,
    find(address) {
      const key = keyOf(address)
      const table = tableOf(key.length === 1 ? 1 : 4)
      const row = findRow(table, key)
      if (row === -1) return undefined
      const number = table.values[row] ?? 0
      const { asns, pool } = networks()
      const name = (names[number] ??= stringAt(pool, number))
      return { asn: asns[number] ?? 0, name, asOf: about.asOf, attribution: about.attribution }
    },
  }
}

/** Opens a table of the countries in which addresses are used. */
export function openCountryTable(path: string): AddressTable<string> | NoSnapshot {
  const snapshot = openSnapshot<AboutTable>(path, 'countries')
  if (snapshot.kind === 'no-snapshot') return snapshot
  const tableOf = flatTables(snapshot)
  return {
    about: snapshot.about,
    find(address) {
      const key = keyOf(address)
      const table = tableOf(key.length === 1 ? 1 : 4)
      const row = findRow(table, key)
      const value = table.values[row] ?? 0
      return row === -1 || value === 0 ? undefined : String.fromCharCode(value >>> 8, value & 0xff)
    },
  }
}
