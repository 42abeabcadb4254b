import { type StringPool, stringAt } from '../ranges/string-pool.ts'
import { interner } from './interner.ts'
import { partTables, type PartTable } from './network-part.ts'

/** A part as it lies on disk. */
export type StoredPart = {
  readonly numbers: (name: string) => Uint32Array
  readonly pool: StringPool
}

/** The tables of all parts, one behind the other, with the numbers of one common book of texts. */
export type Merged = {
  readonly tables: Readonly<Record<PartTable, Uint32Array>>
  readonly texts: readonly string[]
}

/** Which columns of a table are numbers of texts. */
const textColumns: Readonly<Record<PartTable, readonly number[]>> = {
  networks4: [2, 3, 4],
  networks6: [8, 9, 10],
  entries: [0, 1, 2, 3],
  autnums: [1, 2, 3],
  routes4: [],
  routes6: [],
}

/** Puts the parts of one registry together. */
export function mergeParts(parts: readonly StoredPart[]): Merged {
  const book = interner()
  const tables: Record<PartTable, Uint32Array> = {
    networks4: empty(parts, 'networks4'),
    networks6: empty(parts, 'networks6'),
    entries: empty(parts, 'entries'),
    autnums: empty(parts, 'autnums'),
    routes4: empty(parts, 'routes4'),
    routes6: empty(parts, 'routes6'),
  }
  const filled = new Map<PartTable, number>()
  for (const { numbers, pool } of parts) {
    const common = Uint32Array.from({ length: pool.offsets.length - 1 }, (_, number) =>
      book.number(stringAt(pool, number)),
    )
    for (const table of Object.keys(tables) as PartTable[]) {
      const values = numbers(table)
      const from = filled.get(table) ?? 0
      const target = tables[table]
      target.set(values, from)
      for (const column of textColumns[table]) {
        for (let at = from + column; at < from + values.length; at += partTables[table])
          target[at] = common[target[at] ?? 0] ?? 0
      }
      filled.set(table, from + values.length)
    }
  }
  return { tables, texts: book.texts() }
}

function empty(parts: readonly StoredPart[], table: PartTable): Uint32Array {
  return new Uint32Array(parts.reduce((sum, { numbers }) => sum + numbers(table).length, 0))
}
