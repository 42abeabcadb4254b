import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { type Cell, cellKey, writeSubmission } from '@redalert/core'
import fc from 'fast-check'
import { anyCells } from './any-cell.ts'
import { packCells } from './pack-cells.ts'
import { splitPieces } from './pieces.ts'
import { sourceBytes, sourceOfBytes } from './source-bytes.ts'
import { unpackCells } from './unpack-cells.ts'

const byKey = (one: Cell, other: Cell) => (cellKey(one) < cellKey(other) ? -1 : 1)

test('packed cells are the cells again', () => {
  fc.assert(
    fc.property(anyCells, cells => {
      deepEqual([...unpackCells(packCells(cells))].sort(byKey), [...cells].sort(byKey))
    }),
  )
})

test('the order of cells does not change a byte of what is packed for one table of names', () => {
  fc.assert(
    fc.property(anyCells, cells => {
      const packed = packCells(cells)
      deepEqual(packCells(unpackCells(packed)).length, packed.length)
    }),
  )
})

test('packed cells are much smaller than their JSON', () => {
  const cells = fc.sample(anyCells, { numRuns: 50, seed: 1 }).flat()
  const json = writeSubmission({ writer: 'x', zone: null, cells, coverage: [] })
  ok(packCells(cells).length < json.length / 2)
})

test('pieces joined are the text', () => {
  const text = fc.string({
    unit: fc.constantFrom('"', ' ', '\n', 'a', 'b'.repeat(30)),
    maxLength: 40,
  })
  fc.assert(
    fc.property(text, given => {
      const pieces = splitPieces(given)
      equal(pieces.join(''), given)
      equal(pieces.length % 2, 1)
      ok(pieces.every((piece, index) => index % 2 === 0 || piece.length >= 24))
    }),
  )
})

test('an address is its bytes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), text => {
      const bytes = sourceBytes(text as Cell['source'])
      if (bytes !== undefined) equal(sourceBytes(sourceOfBytes(bytes)), bytes)
    }),
  )
  equal(sourceOfBytes('\xc0\x00\x02\x07'), '192.0.2.7')
  equal(sourceBytes('host.example.org' as Cell['source']), undefined)
})
