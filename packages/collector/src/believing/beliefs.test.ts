import { deepEqual, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Cell, type Instant, signatures } from '@redalert/core'
import fc from 'fast-check'
import { memoryStore } from '../store/memory/memory-store.ts'
import { readBeliefs } from '../store/sqlite/beliefs/read-beliefs.ts'
import type { Store } from '../store/store.ts'
import { anyCells } from '../told/any-cell.ts'
import { emptyAccount } from '../told/empty-account.ts'
import { packCells } from '../told/pack-cells.ts'
import { addressIn, submitter, table } from '../trust/any-grounds.ts'
import { believe } from '../trust/believe.ts'
import { consequences } from '../trust/consequence.ts'
import type { Decision } from '../trust/decide.ts'
import { memorySubmitterBook } from '../trust/memory-submitter-book.ts'
import type { SubmitterBook } from '../trust/submitter-book.ts'
import { judgeBy } from '../trust/told-hosts.ts'
import { toldLately } from '../trust/told-lately.ts'
import { trustPolicy } from '../trust/trust-policy.ts'
import { type Beliefs, openBeliefs } from './beliefs.ts'
import { withoutRevoked } from './without-revoked.ts'

const folder = mkdtempSync(join(tmpdir(), 'redalert-beliefs-'))
after(() => rmSync(folder, { recursive: true }))
let count = 0

const now = '2001-07-30T00:00:00Z' as Instant
const names = ['a', 'b', 'c', 'd', 'e', 'own'] as const
/** Few hosts suffice, so that small worlds hold all that can be decided. */
const policy = {
  ...trustPolicy,
  newHostsPerDay: { ...trustPolicy.newHostsPerDay, new: 2 },
  history: { days: 0, hosts: 2 },
}

function bookOf(revoked: readonly string[]): SubmitterBook {
  const book = memorySubmitterBook()
  for (const [index, name] of names.entries()) {
    const { since } = submitter(name)
    const as = name === 'own' ? 'own' : 'key'
    book.record({ kind: 'met', name, as, at: since, batch: null })
    book.record({ kind: 'came', name, from: addressIn(index), listens: [] })
  }
  for (const name of revoked) book.record({ kind: 'revoked', name })
  return book
}

type Word = { readonly submitter: string; readonly cells: readonly Cell[] }

const anyWord: fc.Arbitrary<Word> = fc.record(
  { submitter: fc.constantFrom(...names), cells: anyCells },
  { noNullPrototype: true },
)
const anyWords = fc.array(anyWord, { minLength: 1, maxLength: 8 })

let stores: Store[] = []
after(() => (stores = []))

function storeOf(): Store {
  const store = memoryStore({ newId: () => 'id' })
  stores.push(store)
  return store
}

async function tell(store: Store, { submitter: name, cells }: Word): Promise<number> {
  const sequence = store.position().projected + 1
  const told = { account: emptyAccount('cell'), cells: packCells(cells), coverage: [] }
  await store.project([{ sequence, submitter: name, told }])
  return sequence
}

function open(
  store: Store,
  book: SubmitterBook,
): { readonly file: string; readonly beliefs: Beliefs } {
  const file = join(folder, `${++count}.db`)
  const told = { ...store, projected: () => store.position().projected }
  return { file, beliefs: openBeliefs(file, { told, book, table }) }
}

/** Everything that was decided, by the reader. */
function decisionsIn(file: string, store: Store): readonly Decision[] {
  using reader = readBeliefs(file)
  const sources = new Set([...store.allCells()].map(({ cell }) => cell.source))
  const byHost = [...sources].flatMap(source => reader!.decisionsOf(source))
  const listed = consequences.flatMap(may => [...reader!.decided(may)])
  deepEqual(sorted(listed), sorted(byHost.filter(({ may }) => may !== null)))
  return sorted(byHost)
}

function sorted(decisions: readonly Decision[]): readonly Decision[] {
  const key = ({ source, family }: Decision) => `${source} ${family}`
  return decisions.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}

/** What the pure rule says of the same world. */
function believed(store: Store, book: SubmitterBook): readonly Decision[] {
  const revoked = new Set(
    [...book.submitters()].filter(each => each.revoked).map(each => each.name),
  )
  const left = [...store.allCells()].filter(({ submitter: name }) => !revoked.has(name))
  const told = [...Map.groupBy(left, ({ cell }) => cell.source).values()].flatMap(cells =>
    toldLately(cells, judgeBy(signatures), policy.withinDays),
  )
  const grounds = { submitters: book.submitters(), told, past: told, table, now }
  return sorted(believe(grounds, policy).decisions)
}

test('told of bit by bit, with reviews between or without, it decides what the rule says of the whole', async () => {
  let may = new Set<string | null>()
  await fc.assert(
    fc.asyncProperty(anyWords, fc.infiniteStream(fc.nat(2)), async (words, chances) => {
      const [store, book] = [storeOf(), bookOf([])]
      const { file, beliefs } = open(store, book)
      for (const word of words) {
        const sequence = await tell(store, word)
        beliefs.touch(new Set(word.cells.map(({ source }) => source)), sequence)
        if (chances.next().value === 0) beliefs.review(now, policy)
      }
      beliefs.review(now, policy)
      const decisions = decisionsIn(file, store)
      deepEqual(decisions, believed(store, book))
      may = may.union(new Set(decisions.map(each => each.may)))
      beliefs.review(now, policy)
      deepEqual(decisionsIn(file, store), decisions)
      beliefs[Symbol.dispose]()
    }),
    { numRuns: 40 },
  )
  ok(may.has(null) && may.has('ask') && may.has('assert'), [...may].join(', '))
})

test('whoever is revoked never spoke, and when that is undone they did', async () => {
  await fc.assert(
    fc.asyncProperty(anyWords, fc.constantFrom(...names), async (words, revoked) => {
      const [store, never, book] = [storeOf(), storeOf(), bookOf([])]
      for (const word of words) {
        await tell(store, word)
        if (word.submitter !== revoked) await tell(never, word)
      }
      const { file, beliefs } = open(store, book)
      beliefs.review(now, policy)
      const before = decisionsIn(file, store)

      book.record({ kind: 'revoked', name: revoked })
      beliefs.review(now, policy)
      deepEqual(decisionsIn(file, store), believed(never, bookOf([revoked])))
      const reads = withoutRevoked(store, new Set([revoked]))
      deepEqual([...reads.hosts({})], [...never.hosts({})])
      deepEqual([...reads.allCells()], [...never.allCells()])
      const query = { since: '2001-07-19T00:00:00Z' as Instant, family: 'codered-n' }
      deepEqual([...reads.hosts(query)], [...never.hosts(query)])
      for (const { cell } of store.allCells())
        deepEqual(reads.cells(cell.source), never.cells(cell.source))

      book.record({ kind: 'restored', name: revoked })
      beliefs.review(now, policy)
      deepEqual(decisionsIn(file, store), before)
      beliefs[Symbol.dispose]()
    }),
    { numRuns: 40 },
  )
})

test('what was told while nobody decided is decided about when it is opened again', async () => {
  const [store, book] = [storeOf(), bookOf([])]
  const [cells] = fc.sample(anyCells, { numRuns: 1, seed: 3 }) as [readonly Cell[]]
  const file = join(folder, 'again.db')
  const told = { ...store, projected: () => store.position().projected }
  const grounds = { told, book, table }
  {
    using beliefs = openBeliefs(file, grounds)
    beliefs.review(now, policy)
  }
  for (const name of ['a', 'b']) await tell(store, { submitter: name, cells })
  using beliefs = openBeliefs(file, grounds)
  beliefs.review(now, policy)
  const decisions = decisionsIn(file, store)
  ok(decisions.length > 0)
  deepEqual(decisions, believed(store, book))
})

test('another rule decides otherwise', async () => {
  const [store, book] = [storeOf(), bookOf([])]
  const [cells] = fc.sample(anyCells, { numRuns: 1, seed: 3 }) as [readonly Cell[]]
  for (const name of ['a', 'b']) await tell(store, { submitter: name, cells })
  const { file, beliefs } = open(store, book)
  const { ask } = policy.needed
  beliefs.review(now, policy)
  const strict = { ...policy.needed, ask: { ...ask, points: 6, parties: 4 } }
  ok(decisionsIn(file, store).some(({ may }) => may === 'ask'))
  beliefs.review(now, { ...policy, needed: strict })
  ok(decisionsIn(file, store).every(({ may }) => may === null))
  beliefs[Symbol.dispose]()
})
