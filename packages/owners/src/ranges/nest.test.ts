import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyKey, anyKeys, numberOf } from './any-range.ts'
import { columnOf } from './columns.ts'
import type { Key, Width } from './key.ts'
import { covering, nest } from './nest.ts'

const widths: readonly Width[] = [1, 4]

for (const width of widths) {
  test(`finds every range that holds an address, as looking at each of them does (${width * 32} bits)`, () => {
    const ranges = fc.array(anyKeys(width), { maxLength: 60 })
    fc.assert(
      fc.property(ranges, fc.array(anyKey(width), { minLength: 1, maxLength: 20 }), (all, keys) => {
        const index = indexOf(all, width)
        for (const key of [...keys, ...all.map(({ start }) => start), ...all.map(({ end }) => end)])
          deepEqual(index.find(key).toSorted(byNumber), bruteForce(all, key))
      }),
      { numRuns: 400 },
    )
  })

  test(`of ranges that lie in each other the narrowest comes first (${width * 32} bits)`, () => {
    fc.assert(
      fc.property(nestedRanges(width), anyKey(width), (all, key) => {
        const sizes = indexOf(all, width)
          .find(key)
          .map(row => sizeOf(all[row]!))
        deepEqual(
          sizes,
          sizes.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0)),
        )
      }),
      { numRuns: 400 },
    )
  })
}

test('an address of the other kind lies in none', () => {
  const { ranges } = nest(1, Uint32Array.of(0), Uint32Array.of(0xffff_ffff))
  deepEqual(covering(ranges, [0, 0, 0, 0]), [])
})

type Keys = { readonly start: Key; readonly end: Key }

function indexOf(all: readonly Keys[], width: Width) {
  const starts = columnOf(
    all.map(({ start }) => start),
    width,
  )
  const ends = columnOf(
    all.map(({ end }) => end),
    width,
  )
  const { ranges, order } = nest(width, starts, ends)
  return { find: (key: Key) => covering(ranges, key).map(row => order[row]!) }
}

function bruteForce(all: readonly Keys[], key: Key): number[] {
  const number = numberOf(key)
  return all.flatMap(({ start, end }, row) =>
    numberOf(start) <= number && number <= numberOf(end) ? [row] : [],
  )
}

/** Random ranges without those that overlap an earlier one in part: what a registry's data looks like. */
function nestedRanges(width: Width): fc.Arbitrary<readonly Keys[]> {
  return fc.array(anyKeys(width), { maxLength: 60 }).map(all => {
    const kept: Keys[] = []
    for (const one of all) if (kept.every(other => isNested(one, other))) kept.push(one)
    return kept
  })
}

function isNested(one: Keys, other: Keys): boolean {
  const [from, to] = [numberOf(one.start), numberOf(one.end)]
  const [start, end] = [numberOf(other.start), numberOf(other.end)]
  const isApart = to < start || from > end
  return isApart || (from <= start && to >= end) || (from >= start && to <= end)
}

function sizeOf({ start, end }: Keys): bigint {
  return numberOf(end) - numberOf(start)
}

function byNumber(one: number, other: number): number {
  return one - other
}
