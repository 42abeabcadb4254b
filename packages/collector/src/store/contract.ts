import { deepEqual, equal, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Account,
  type Address,
  type Cell,
  type Hour,
  type Instant,
  parseNetwork,
} from '@redalert/core'
import fc from 'fast-check'
import { anonymous, type Arrival } from '../arrival.ts'
import { anyCell, anyCells } from '../told/any-cell.ts'
import { emptyAccount } from '../told/empty-account.ts'
import { packCells } from '../told/pack-cells.ts'
import type { Told } from '../told/told.ts'
import { memoryStore } from './memory/memory-store.ts'
import type { Projected, Store } from './store.ts'

/** Opens a store that is empty, or, when a name is given again, the one that was closed under it. */
export type OpenStore = (name: string) => Store

/** What every store does, whatever it is made of. */
export function storeContract(label: string, open: OpenStore): void {
  let count = 0
  const fresh = () => open(`store-${++count}`)

  test(`${label}: what is kept comes back in order, byte for byte`, async () => {
    await using store = fresh()
    const bodies = ['one', 'two', 'three'].map(text => arrival(text))
    for (const each of bodies) await store.keep(each)
    const stored = store.arrivals(0, most(10))
    deepEqual(
      stored.map(({ content }) => content.kind === 'raw' && Buffer.from(content.body).toString()),
      ['one', 'two', 'three'],
    )
    deepEqual(
      store.arrivals(stored[0]!.sequence, most(1)).map(({ id }) => id),
      [stored[1]!.id],
    )
    deepEqual(stored[0]!.hints, { format: 'apache', zone: '+02:00' })
    equal(store.position().kept, stored[2]!.sequence)
    equal(store.arrivals(0, { count: 10, bytes: 6 }).length, 2)
    equal(store.arrivals(0, { count: 10, bytes: 1 }).length, 1)
  })

  test(`${label}: many kept at once are all kept, each under its own name`, async () => {
    await using store = fresh()
    const kept = await Promise.all(
      Array.from({ length: 50 }, (_, index) => store.keep(arrival(`body ${index}`))),
    )
    equal(new Set(kept.map(each => each.kind === 'kept' && each.id)).size, 50)
    equal(store.arrivals(0, most(100)).length, 50)
  })

  test(`${label}: the same bytes from the same submitter are one arrival`, async () => {
    await using store = fresh()
    const first = await store.keep(arrival('same'))
    const [again, other, otherwise] = await Promise.all([
      store.keep(arrival('same')),
      store.keep({ ...arrival('same'), submitter: 'somebody' }),
      store.keep({ ...arrival('same'), hints: { zone: '-05:00' } }),
    ])
    deepEqual(again, { ...first, isNew: false })
    notEqual(other.kind === 'kept' && other.id, first.kind === 'kept' && first.id)
    notEqual(otherwise.kind === 'kept' && otherwise.id, first.kind === 'kept' && first.id)
    equal(store.arrivals(0, most(10)).length, 3)
  })

  test(`${label}: an idempotency key names one body of one submitter`, async () => {
    await using store = fresh()
    const one = { ...arrival('one'), idempotencyKey: 'k' }
    const first = await store.keep(one)
    deepEqual(await store.keep(one), { ...first, isNew: false })
    deepEqual(await store.keep({ ...arrival('two'), idempotencyKey: 'k' }), { kind: 'conflict' })
    equal(
      (await store.keep({ ...arrival('two'), idempotencyKey: 'k', submitter: 'b' })).kind,
      'kept',
    )
  })

  test(`${label}: an arrival is kept, then read, and its receipt says so`, async () => {
    await using store = fresh()
    const kept = await store.keep(arrival('body'))
    const id = kept.kind === 'kept' ? kept.id : ''
    equal(store.receipt(id)?.state, 'kept')
    equal(
      store.receipt(id)?.sha256,
      '230d8358dc8e8890b4c58deeb62912ee2f20357ae92a5cc861b98e68fe31acb5',
    )
    await store.project([projected(1, fc.sample(anyCells, { numRuns: 1, seed: 7 })[0]!)])
    equal(store.receipt(id)?.state, 'read')
    deepEqual(store.position(), { kept: 1, projected: 1 })
    deepEqual(
      store.submissions({ limit: 5 }).map(row => row.id),
      [id],
    )
    equal(store.receipt('nobody'), undefined)
  })

  test(`${label}: whatever is told, in whatever order, twice or in halves, it gives what the reference gives`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyTold, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat(3)),
        async (tolds, sizes) => {
          await using reference = memoryStore({ newId })
          await using store = fresh()
          const all = tolds.map((told, index): Projected => ({ ...told, sequence: index + 1 }))
          await reference.project(all)
          for (let at = 0; at < all.length;) {
            const size = sizes.next().value! + 1
            await store.project(all.slice(at, at + size))
            at += size
          }
          deepEqual(answersOf(store), answersOf(reference))
          deepEqual(store.submissions({ limit: 9 }), reference.submissions({ limit: 9 }))
          const other = fresh()
          const shuffled = [...all.toReversed(), ...all].map((each, index) => ({
            ...each,
            sequence: index + 1,
          }))
          for (const each of shuffled) await other.project([each])
          deepEqual(answersOf(other), answersOf(reference))
          await other[Symbol.asyncDispose]()
        },
      ),
      { numRuns: 25 },
    )
  })

  test(`${label}: the account of an arrival says what was new and what was known`, async () => {
    await using store = fresh()
    const [one, two] = [cell('192.0.2.7', 5), cell('192.0.2.8', 9)]
    for (const body of ['a', 'b', 'c', 'd']) await store.keep(arrival(body))
    await store.project([projected(1, [one])])
    await store.project([projected(2, [one, two]), projected(3, [one, two])])
    await store.project([{ ...projected(4, [one]), submitter: 'somebody' }])
    const accounts = store
      .submissions({ limit: 9 })
      .toReversed()
      .map(({ account }) => account)
    deepEqual(
      accounts.map(each => each?.hosts),
      [
        { new: 1, known: 0 },
        { new: 1, known: 1 },
        { new: 0, known: 2 },
        { new: 0, known: 1 },
      ],
    )
    deepEqual(
      accounts.map(each => each?.duplicates),
      [0, 1, 2, 0],
    )
  })

  test(`${label}: what was told is there after it was closed and opened again`, async () => {
    const name = `store-${++count}`
    const told = fc
      .sample(anyTold, { numRuns: 4, seed: 3 })
      .map((each, index) => ({ ...each, sequence: index + 1 }))
    const store = open(name)
    for (const body of ['a', 'b', 'c', 'd']) await store.keep(arrival(body))
    await store.project(told)
    const before = answersOf(store)
    await store[Symbol.asyncDispose]()
    await using again = open(name)
    if (again.position().kept === 0) return
    deepEqual(answersOf(again), before)
    deepEqual(again.position(), { kept: 4, projected: 4 })
  })

  test(`${label}: a projection that is thrown away is made again from the record`, async () => {
    await using store = fresh()
    const told = fc
      .sample(anyTold, { numRuns: 4, seed: 5 })
      .map((each, index) => ({ ...each, sequence: index + 1 }))
    for (const body of ['a', 'b', 'c', 'd']) await store.keep(arrival(body))
    await store.project(told)
    const before = answersOf(store)
    await store.forgetProjection()
    deepEqual(store.position(), { kept: 4, projected: 0 })
    deepEqual([...store.hosts({})], [])
    await store.project(told)
    deepEqual(answersOf(store), before)
  })

  test(`${label}: raw bytes give way to what they told, and can be removed`, async () => {
    await using store = fresh()
    await store.keep(arrival('old', '2001-07-01T00:00:00Z'))
    await store.keep(arrival('new', '2001-07-20T00:00:00Z'))
    deepEqual(store.raw('2001-07-15T00:00:00Z' as Instant), [1])
    const { told } = fc.sample(anyTold, { numRuns: 1, seed: 1 })[0]!
    store.compact(1, told)
    deepEqual(store.raw('2001-08-01T00:00:00Z' as Instant), [2])
    const [first] = store.arrivals(0, most(1))
    deepEqual(
      first!.content.kind === 'told' && {
        ...first!.content.told,
        cells: Buffer.from(first!.content.told.cells),
      },
      { ...told, cells: Buffer.from(told.cells) },
    )
    store.remove([1])
    deepEqual(
      store.arrivals(0, most(9)).map(({ sequence }) => sequence),
      [2],
    )
    await store.keep(arrival('third'))
    equal(store.position().kept, 3)
  })

  test(`${label}: an arrival is settled once, and its letter goes out until it is sent or given up`, async () => {
    await using store = fresh()
    for (const body of ['a', 'b', 'c'])
      await store.keep({ ...arrival(body), answerTo: 'owner@example.org' })
    deepEqual(store.unsettled(9), [])
    await store.keep(arrival('of somebody who is not answered by mail'))
    await store.project([1, 2, 3, 4].map(sequence => projected(sequence, [])))
    deepEqual(
      store.unsettled(9).map(({ sequence, answerTo }) => [sequence, answerTo]),
      [
        [1, 'owner@example.org'],
        [2, 'owner@example.org'],
        [3, 'owner@example.org'],
      ],
    )
    store.together(() => store.settle(1, letter))
    store.settle(1, { ...letter, subject: 'twice' })
    store.settle(2)
    deepEqual(
      store.unsettled(9).map(({ sequence }) => sequence),
      [3],
    )
    deepEqual(store.dueLetters('2001-07-19T13:59:59Z' as Instant, 9), [])
    deepEqual(store.dueLetters(letter.at, 9), [{ ...letter, sequence: 1, attempts: 0 }])
    equal(store.lettersTo('owner@example.org', '2001-07-19T00:00:00Z' as Instant), 1)
    equal(store.lettersTo('owner@example.org', '2001-07-20T00:00:00Z' as Instant), 0)
    store.noteLetter(1, { kind: 'later', at: '2001-07-19T15:00:00Z' as Instant })
    deepEqual(store.dueLetters(letter.at, 9), [])
    deepEqual(
      store.dueLetters('2001-07-19T15:00:00Z' as Instant, 9).map(({ attempts }) => attempts),
      [1],
    )
    store.noteLetter(1, { kind: 'sent' })
    deepEqual(store.dueLetters('2002-07-19T15:00:00Z' as Instant, 9), [])
  })
}

/** Everything that can be asked of what was told. */
function answersOf(store: Store): object {
  const hosts = [...store.hosts({})]
  return {
    hosts,
    within: [...store.hosts({ within: parseNetwork('192.0.2.0/24')! })],
    since: [...store.hosts({ since: '2001-07-19T00:00:00Z' as Instant, family: 'nimda' })],
    until: [...store.hosts({ until: '2001-07-19T01:00:00Z' as Instant })],
    cells: [...store.allCells()],
    one: store.cells('192.0.2.7' as Address),
    curve: ['codered-n', 'nimda', 'nothing'].map(family => store.curve(family)),
    networks: store.networks({ limit: 10 }),
    coverage: ['alice', anonymous, 'nobody'].map(submitter => store.coverage(submitter)),
  }
}

const newId = () => 'id'
const most = (count: number) => ({ count, bytes: 1_000_000 })

const letter = {
  to: 'owner@example.org',
  subject: 'receipt',
  text: 'text',
  messageId: '<1@example.org>',
  at: '2001-07-19T14:00:00Z' as Instant,
}

function arrival(text: string, at = '2001-07-19T14:00:00Z'): Arrival {
  return {
    at: at as Instant,
    way: 'http',
    submitter: 'alice',
    proof: 'key',
    shape: 'body',
    hints: { format: 'apache', zone: '+02:00' },
    body: Buffer.from(text),
  }
}

function account(accepted: number): Account {
  return { ...emptyAccount('cell'), units: accepted, accepted }
}

function projected(sequence: number, cells: readonly Cell[]): Projected {
  return {
    sequence,
    submitter: 'alice',
    told: { account: account(cells.length), cells: packCells(cells), coverage: [] },
  }
}

function cell(source: string, seed: number): Cell {
  return { ...fc.sample(anyCell, { numRuns: 1, seed })[0]!, source: source as Address }
}

const anyTold: fc.Arbitrary<Omit<Projected, 'sequence'>> = fc
  .tuple(
    anyCells,
    fc.constantFrom('alice', 'bob', anonymous),
    fc.dictionary(
      fc.constantFrom('2001-07-19T00', '2001-07-19T23', '2001-07-20T05'),
      fc.integer({ min: 1, max: 1000 }),
      { noNullPrototype: true },
    ),
    fc.constantFrom(null, ['192.0.2.80']),
  )
  .map(([cells, submitter, hours, listens]) => {
    const coverage = [
      {
        sensor: '0123456789abcdef',
        hours: hours as Record<Hour, number>,
        listens,
        signatures: '2026.1',
      },
    ]
    const told: Told = { account: account(cells.length), cells: packCells(cells), coverage }
    return { submitter, told }
  })
