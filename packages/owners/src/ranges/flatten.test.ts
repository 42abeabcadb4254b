import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyKey, anyKeys, numberOf } from './any-range.ts'
import { columnOf, keyAt } from './columns.ts'
import { findRow } from './flat-ranges.ts'
import { flatten } from './flatten.ts'
import { compareKeys, type Key, type Width } from './key.ts'

const widths: readonly Width[] = [1, 4]

type Keys = { readonly start: Key; readonly end: Key }

for (const width of widths) {
  const many = fc.array(anyKeys(width), { maxLength: 40 })

  test(`a flat table says of each address what looking at every range says (${width * 32} bits)`, () => {
    fc.assert(
      fc.property(many, fc.array(anyKey(width), { maxLength: 20 }), (all, keys) => {
        const table = tableOf(all, width)
        for (const key of [
          ...keys,
          ...all.map(({ start }) => start),
          ...all.map(({ end }) => end),
        ]) {
          const row = findRow(table, key)
          equal(row === -1 ? undefined : table.values[row], bruteForce(all, key))
        }
      }),
      { numRuns: 400 },
    )
  })

  test(`no two rows of a flat table touch the same address (${width * 32} bits)`, () => {
    fc.assert(
      fc.property(many, all => {
        const { starts, ends, values } = tableOf(all, width)
        for (let row = 0; row < values.length; row++) {
          ok(compareKeys(keyAt(starts, width, row), keyAt(ends, width, row)) <= 0)
          if (row > 0) ok(compareKeys(keyAt(ends, width, row - 1), keyAt(starts, width, row)) < 0)
        }
      }),
      { numRuns: 400 },
    )
  })
}

test('ranges that lie apart stay as they are', () => {
  const all = [
    { start: [0], end: [9] },
    { start: [20], end: [0xffff_ffff] },
  ]
  const { starts, ends, values } = tableOf(all, 1)
  deepEqual(
    [[...starts], [...ends], [...values]],
    [
      [0, 20],
      [9, 0xffff_ffff],
      [0, 1],
    ],
  )
})

function tableOf(all: readonly Keys[], width: Width) {
  return flatten(width, {
    starts: columnOf(
      all.map(({ start }) => start),
      width,
    ),
    ends: columnOf(
      all.map(({ end }) => end),
      width,
    ),
    values: Uint32Array.from(all.keys()),
  })
}

/** The one that starts last, of those the narrowest, of those the last in the file. */
function bruteForce(all: readonly Keys[], key: Key): number | undefined {
  const number = numberOf(key)
  return all
    .map(({ start, end }, row) => ({ start: numberOf(start), end: numberOf(end), row }))
    .filter(({ start, end }) => start <= number && number <= end)
    .toSorted(
      (one, other) =>
        Number(other.start - one.start > 0n) - Number(other.start - one.start < 0n) ||
        Number(one.end - other.end > 0n) - Number(one.end - other.end < 0n) ||
        other.row - one.row,
    )[0]?.row
}
