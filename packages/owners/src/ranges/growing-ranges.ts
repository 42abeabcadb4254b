import type { Address } from '@redalert/core'
import { columnOf } from './columns.ts'
import { keyOf, type Width } from './key.ts'
import { covering, nest, type NestedRanges } from './nest.ts'
import type { Range } from './range.ts'

/** Ranges with something about each, which may grow while they are asked. The same range again replaces what was said. */
export type GrowingRanges<Value extends { readonly range: Range }> = {
  readonly add: (value: Value) => void
  readonly remove: (range: Range) => void
  /** What is said about the ranges that hold an address, the narrowest range first. */
  readonly covering: (address: Address) => Value[]
  readonly values: () => IterableIterator<Value>
  readonly size: () => number
}

/** A sorted run of ranges; runs double in size, so that each range is sorted only a few times in its life. */
type Run = { readonly ranges: NestedRanges; readonly rows: readonly Range[] }

/** An index over ranges of both kinds of addresses that takes new ones at any time. */
export function growingRanges<Value extends { readonly range: Range }>(
  values: Iterable<Value> = [],
): GrowingRanges<Value> {
  const said = new Map<string, Value>()
  const runs: Record<Width, Run[]> = { 1: [], 4: [] }
  const put = (range: Range) => {
    const width: Width = keyOf(range.start).length === 1 ? 1 : 4
    let rows: readonly Range[] = [range]
    for (let last = runs[width].at(-1); last; last = runs[width].at(-1)) {
      if (last.rows.length > rows.length) break
      runs[width].pop()
      rows = [...last.rows.filter(row => said.has(nameOf(row))), ...rows]
    }
    runs[width].push(runOf(width, rows))
  }
  for (const value of values) said.set(nameOf(value.range), value)
  for (const width of [1, 4] as const) {
    const rows = [...said.values()]
      .map(({ range }) => range)
      .filter(({ start }) => keyOf(start).length === width)
    if (rows.length > 0) runs[width].push(runOf(width, rows))
  }
  return {
    add(value) {
      const known = said.has(nameOf(value.range))
      said.set(nameOf(value.range), value)
      if (!known) put(value.range)
    },
    remove: range => void said.delete(nameOf(range)),
    covering(address) {
      const key = keyOf(address)
      const width: Width = key.length === 1 ? 1 : 4
      const found = new Map<string, Value>()
      for (const { ranges, rows } of runs[width]) {
        for (const row of covering(ranges, key)) {
          const name = nameOf(rows[row] as Range)
          const value = said.get(name)
          if (value) found.set(name, value)
        }
      }
      const values = [...found.values()]
      if (values.length < 2) return values
      return values.toSorted((one, other) => compareWidths(one.range, other.range))
    },
    values: () => said.values(),
    size: () => said.size,
  }
}

function runOf(width: Width, given: readonly Range[]): Run {
  const { ranges, order } = nest(
    width,
    columnOf(
      given.map(({ start }) => keyOf(start)),
      width,
    ),
    columnOf(
      given.map(({ end }) => keyOf(end)),
      width,
    ),
  )
  return { ranges, rows: Array.from(order, row => given[row] as Range) }
}

function nameOf({ start, end }: Range): string {
  return `${start}-${end}`
}

/** Below zero when one range is narrower than the other, or as wide and starts later. */
function compareWidths(one: Range, other: Range): number {
  const [mine, yours] = [widthOf(one), widthOf(other)]
  if (mine !== yours) return mine < yours ? -1 : 1
  return one.start < other.start ? 1 : -1
}

function widthOf({ start, end }: Range): bigint {
  return numberOf(end) - numberOf(start)
}

function numberOf(address: Address): bigint {
  return keyOf(address).reduce((number, word) => (number << 32n) | BigInt(word), 0n)
}
