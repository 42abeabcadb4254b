import type { Width } from '../ranges/key.ts'
import { nest } from '../ranges/nest.ts'
import type { Sections } from '../ranges/snapshot.ts'
import { contactBook } from './contact-book.ts'
import { mergeParts, type StoredPart } from './merge-parts.ts'
import { partTables, type PartTable } from './network-part.ts'

/** A registry's networks with their contacts, ready to be written. */
export type Assembled = {
  readonly sections: Sections
  readonly networks: number
  /** Networks that name a contact which is in none of the files. */
  readonly dangling: number
}

/**
 * Follows the references of one registry's parts. What a network inherits from a wider one is found when it is asked
 * for, on the way up.
 */
export function assemble(parts: readonly StoredPart[]): Assembled {
  const merged = mergeParts(parts)
  const book = contactBook(merged)
  const sections: Record<string, Sections[string]> = {}
  let networks = 0
  let dangling = 0
  for (const [width, name] of [
    [1, 'networks4'],
    [4, 'networks6'],
  ] as const) {
    const table = tableOf(merged.tables[name], partTables[name])
    const order = addRanges(sections, name, { width, table })
    const led = (row: number) =>
      book.find(
        table.at(row, width * 2),
        table.at(row, width * 2 + 1),
        table.at(row, width * 2 + 2),
      )
    networks += order.length
    sections[`${name}.contacts`] = order.map(row => led(row).contact)
    sections[`${name}.holders`] = order.map(row => led(row).holder)
    sections[`${name}.flags`] = order.map(row => table.at(row, width * 2 + 3))
    for (const row of order) if (led(row).dangling) dangling++
  }
  for (const [width, name] of [
    [1, 'routes4'],
    [4, 'routes6'],
  ] as const) {
    const table = tableOf(merged.tables[name], partTables[name])
    const order = addRanges(sections, name, { width, table })
    sections[`${name}.asns`] = order.map(row => table.at(row, width * 2))
  }
  const autnums = tableOf(merged.tables.autnums, partTables.autnums)
  const order = Uint32Array.from({ length: autnums.rows }, (_, row) => row).toSorted(
    (one, other) => autnums.at(one, 0) - autnums.at(other, 0),
  )
  sections['autnums.asns'] = order.map(row => autnums.at(row, 0))
  sections['autnums.contacts'] = order.map(
    row => book.find(autnums.at(row, 1), autnums.at(row, 2), autnums.at(row, 3)).contact,
  )
  for (const [name, pool] of [
    ['contacts', book.contacts()],
    ['holders', book.holders()],
  ] as const) {
    sections[`${name}.offsets`] = pool.offsets
    sections[`${name}.bytes`] = pool.bytes
  }
  return { sections, networks, dangling }
}

type Table = { readonly rows: number; readonly at: (row: number, column: number) => number }

function tableOf(values: Uint32Array, columns: number): Table {
  return {
    rows: values.length / columns,
    at: (row, column) => values[row * columns + column] ?? 0,
  }
}

/** Sorts the ranges of a table into sections; gives the order in which its other columns must follow. */
function addRanges(
  sections: Record<string, Sections[string]>,
  name: PartTable,
  { width, table }: { width: Width; table: Table },
): Uint32Array {
  const column = (from: number) => {
    const keys = new Uint32Array(table.rows * width)
    for (let row = 0; row < table.rows; row++)
      for (let word = 0; word < width; word++) keys[row * width + word] = table.at(row, from + word)
    return keys
  }
  const { ranges, order } = nest(width, column(0), column(width))
  sections[`${name}.starts`] = ranges.starts
  sections[`${name}.ends`] = ranges.ends
  sections[`${name}.parents`] = ranges.parents
  return order
}
