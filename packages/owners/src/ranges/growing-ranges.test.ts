import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyAddress, anyRange, numberOf } from './any-range.ts'
import { growingRanges } from './growing-ranges.ts'
import { keyOf } from './key.ts'
import { holds, type Range } from './range.ts'

type Said = { readonly range: Range; readonly number: number }
type Act = { readonly kind: 'add' | 'remove'; readonly range: Range }

const anyWidth = fc.constantFrom(1 as const, 4 as const)
const anyAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('add', 'add', 'add', 'remove'),
  range: anyWidth.chain(anyRange),
})

test('whatever is added, replaced and removed, an address finds what a plain list finds', () => {
  fc.assert(
    fc.property(
      fc.array(anyAct, { maxLength: 80 }),
      fc.array(anyWidth.chain(anyAddress), { minLength: 1, maxLength: 10 }),
      (acts, addresses) => {
        const ranges = growingRanges<Said>()
        let plain: Said[] = []
        for (const [number, { kind, range }] of acts.entries()) {
          // Half of the removals meet a range that is there.
          const target = kind === 'remove' && number % 2 === 0 ? (plain[0]?.range ?? range) : range
          plain = plain.filter(one => !isSame(one.range, target))
          if (kind === 'add') {
            plain.push({ range: target, number })
            ranges.add({ range: target, number })
          } else ranges.remove(target)
        }
        for (const address of [...addresses, ...plain.map(({ range }) => range.start)]) {
          const expected = plain
            .filter(({ range }) => holds(range, address))
            .toSorted((one, other) => Number(sizeOf(one.range) - sizeOf(other.range)))
          const found = ranges.covering(address)
          deepEqual(found.map(sizeOfSaid), expected.map(sizeOfSaid))
          deepEqual(new Set(found), new Set(expected))
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('what it is made of counts as added', () => {
  const range = { start: '192.0.2.0', end: '192.0.2.255' } as Range
  const ranges = growingRanges([
    { range, number: 1 },
    { range, number: 2 },
  ])
  deepEqual(ranges.covering(range.start), [{ range, number: 2 }])
  deepEqual(ranges.size(), 1)
})

function isSame(one: Range, other: Range): boolean {
  return one.start === other.start && one.end === other.end
}

function sizeOf({ start, end }: Range): bigint {
  return numberOf(keyOf(end)) - numberOf(keyOf(start))
}

function sizeOfSaid({ range }: Said): bigint {
  return sizeOf(range)
}
