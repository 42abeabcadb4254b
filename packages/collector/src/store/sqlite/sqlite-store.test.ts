import { deepEqual, equal, rejects } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Instant } from '@redalert/core'
import fc from 'fast-check'
import { anyCells } from '../../told/any-cell.ts'
import { emptyAccount } from '../../told/empty-account.ts'
import { packCells } from '../../told/pack-cells.ts'
import { storeContract } from '../contract.ts'
import { sqliteStore } from './sqlite-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'redalert-store-'))
after(() => rmSync(folder, { recursive: true }))
let count = 0

const open = (name: string, thread: 'own' | 'same') =>
  sqliteStore({ folder: join(folder, name), newId: () => `id-${++count}`, thread })

storeContract('sqlite', name => open(name, 'same'))

test('a thread of its own writes the same', async () => {
  await using one = open('same', 'same')
  await using other = open('own', 'own')
  const cells = packCells(fc.sample(anyCells, { numRuns: 1, seed: 9 })[0]!)
  const told = { account: emptyAccount('cell'), cells, coverage: [] }
  for (const store of [one, other]) {
    await store.project([{ sequence: 1, submitter: 'alice', told }])
    await store.project([{ sequence: 2, submitter: 'bob', told }])
  }
  deepEqual([...other.hosts({})], [...one.hosts({})])
  deepEqual([...other.allCells()], [...one.allCells()])
})

test('what fails in the thread is told, and changes nothing', async () => {
  await using store = open('failing', 'own')
  const broken = { account: emptyAccount('cell'), cells: new Uint8Array([99]), coverage: [] }
  await rejects(store.project([{ sequence: 1, submitter: 'alice', told: broken }]), RangeError)
  equal(store.position().projected, 0)
  await store.project([
    { sequence: 1, submitter: 'alice', told: { ...broken, cells: packCells([]) } },
  ])
  equal(store.position().projected, 1)
})

test('a projection of another version, or damaged, is made again', async () => {
  const store = open('version', 'same')
  await store.keep({
    at: '2001-07-19T14:00:00Z' as Instant,
    way: 'http',
    submitter: 'a',
    proof: 'none',
    shape: 'body',
    hints: {},
    body: Buffer.from('x'),
  })
  const told = { account: emptyAccount('cell'), cells: packCells([]), coverage: [] }
  await store.project([{ sequence: 1, submitter: 'alice', told }])
  await store[Symbol.asyncDispose]()
  writeFileSync(join(folder, 'version', 'cells.db'), 'no database at all')
  await using again = open('version', 'same')
  deepEqual(again.position(), { kept: 1, projected: 0 })
})
