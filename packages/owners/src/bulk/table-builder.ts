import { parseAddress } from '@redalert/core'
import { flatten } from '../ranges/flatten.ts'
import { compareKeys, type Key, keyOf } from '../ranges/key.ts'
import { packStrings } from '../ranges/string-pool.ts'
import type { Sections } from '../ranges/snapshot.ts'
import { csvCells } from './csv-cells.ts'
import { flatColumns } from './flat-columns.ts'
import { flatSections } from './flat-sections.ts'
import { packCountry } from './network-bits.ts'

/**
 * Takes in a table in CSV, line by line: `start,end,number,"name"` of a network that announces addresses, or
 * `start,end,XX` of a country; addresses as such, or as whole numbers.
 */
export function tableBuilder(kind: 'asns' | 'countries') {
  const columns = { 1: flatColumns(), 4: flatColumns() }
  const numbers = new Map<number, number>()
  const names: string[] = []
  let rows = 0
  const numberOf = (asn: number, name: string): number => {
    const known = numbers.get(asn)
    if (known !== undefined) return known
    numbers.set(asn, names.length)
    names.push(Buffer.from(name, 'latin1').toString('utf8'))
    return names.length - 1
  }
  return {
    take: (lines: readonly string[]) => {
      for (const line of lines) {
        const [first = '', last = '', value = '', name = ''] = csvCells(line.trimEnd())
        const keys = keysOf(first, last)
        if (!keys) continue
        const width = keys.start.length === 1 ? 1 : 4
        if (kind === 'countries') columns[width].push(keys, packCountry(value) >>> 16)
        else if (/^\d{1,10}$/.test(value)) columns[width].push(keys, numberOf(Number(value), name))
        else continue
        rows++
      }
    },
    rows: () => rows,
    finish(): Sections {
      const pool = packStrings(names)
      return {
        ...flatSections('v4', flatten(1, columns[1].finish())),
        ...flatSections('v6', flatten(4, columns[4].finish())),
        asns: Uint32Array.from(numbers.keys()),
        'names.offsets': pool.offsets,
        'names.bytes': pool.bytes,
      }
    },
  }
}

function keysOf(first: string, last: string): { start: Key; end: Key } | undefined {
  const [start, end] = [keyFrom(first), keyFrom(last)]
  return start && end && start.length === end.length && compareKeys(start, end) <= 0
    ? { start, end }
    : undefined
}

/** An address, or its number: up to 32 bits IPv4, above that IPv6. */
function keyFrom(text: string): Key | undefined {
  if (!/^\d{1,39}$/.test(text)) {
    const address = parseAddress(text)
    return address && keyOf(address)
  }
  const number = text.length <= 10 ? Number(text) : 2 ** 32
  if (number < 2 ** 32) return [number]
  const wide = BigInt(text)
  if (wide >= 2n ** 128n) return undefined
  return [96n, 64n, 32n, 0n].map(shift => Number((wide >> shift) & 0xffff_ffffn))
}
