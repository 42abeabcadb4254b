import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Families, type Instant, instantOfSeconds } from '@redalert/core'
import { appealedFamilies } from '../appeal/appealed-families.ts'
import { beliefsBasis, openBeliefs } from '../believing/beliefs.ts'
import { withoutRevoked } from '../believing/without-revoked.ts'
import { Fault } from '../fault.ts'
import { type LifeReader, readLives } from '../ledger/read-lives.ts'
import { networkTable } from '../owners/network-table.ts'
import { lockFolder } from '../serve/lock-folder.ts'
import { type BeliefReader, readBeliefs } from '../store/sqlite/beliefs/read-beliefs.ts'
import { sqliteReader, type StoreReader } from '../store/sqlite/sqlite-reader.ts'
import { sqliteSubmitterBook } from '../store/sqlite/submitters/submitter-book.ts'
import { revokedIn } from '../trust/revoked-in.ts'
import type { SubmitterBook } from '../trust/submitter-book.ts'
import type { TrustPolicy } from '../trust/trust-policy.ts'
import type { Given } from './command.ts'
import { existingFolder } from './folder-of.ts'
import type { Io } from './io.ts'
import { loadConfig } from './load-config.ts'

/** What was told, without those who are revoked, and what is believed of it. */
export type Believed = Disposable & {
  readonly store: Pick<StoreReader, 'hosts' | 'cells' | 'allCells' | 'coverage'>
  readonly beliefs: BeliefReader
  /** What became of hosts of which somebody was to be told; undefined where nobody ever was. */
  readonly lives: LifeReader | undefined
  /** By which it was judged. */
  readonly families: Families
}

/** Opens what a collector keeps to read it; it may run meanwhile. Where none runs, what is believed is brought up to date first. */
export function openBelieved(given: Given, io: Io): Believed {
  const folder = existingFolder(given, io.cwd())
  const file = join(folder, 'beliefs.db')
  const store = sqliteReader(folder)
  using book = sqliteSubmitterBook(join(folder, 'intake.db'))
  let beliefs = readBeliefs(file)
  const stated = statedPolicy(folder, given, io)
  const families = appealedFamilies(folder).all()
  const current = { book, store, families }
  if (!beliefs || !isCurrent(beliefs, { ...current, stated })) {
    const policy = stated ?? beliefs?.policy ?? loadConfig(folder, undefined, io.cwd()).trust
    if (reviewAlone(folder, { ...current, policy })) {
      beliefs?.[Symbol.dispose]()
      beliefs = readBeliefs(file)
    } else
      io.stderr.write(
        'redalert-collector: note: the collector is working out whom to believe: states may be a minute old\n',
      )
  }
  if (!beliefs) throw new Fault('not-stored', 'Nothing is decided yet: ask again in a moment.')
  const opened = beliefs
  const lives = readLives(join(folder, 'cases.db'))
  return {
    lives,
    store: withoutRevoked(store, revokedIn(book), families),
    beliefs: opened,
    families,
    [Symbol.dispose]() {
      lives?.[Symbol.dispose]()
      opened[Symbol.dispose]()
      store[Symbol.dispose]()
    },
  }
}

/** The rule that a file states; undefined where there is none, so that the one holds by which was decided. */
function statedPolicy(folder: string, { options }: Given, io: Io): TrustPolicy | undefined {
  const named = options['config']
  if (named === undefined && !existsSync(join(folder, 'redalert.toml'))) return undefined
  return loadConfig(folder, named, io.cwd()).trust
}

type Current = {
  readonly book: SubmitterBook
  readonly store: StoreReader
  readonly families: Families
}

function isCurrent(
  beliefs: BeliefReader,
  { book, store, families, stated }: Current & { readonly stated: TrustPolicy | undefined },
): boolean {
  return (
    beliefs.note('projected') === String(store.position().projected) &&
    beliefs.note('basis') === beliefsBasis(book, stated ?? beliefs.policy, families)
  )
}

/** Reviews, unless a collector runs, which does so itself. */
function reviewAlone(
  folder: string,
  { book, store, families, policy }: Current & { readonly policy: TrustPolicy },
): boolean {
  try {
    using _lock = lockFolder(folder)
    using beliefs = openBeliefs(join(folder, 'beliefs.db'), {
      told: { ...store, projected: () => store.position().projected },
      book,
      table: networkTable(folder),
      families: () => families,
    })
    beliefs.review(instantOfSeconds(Date.now() / 1000) as Instant, policy)
    return true
  } catch (error) {
    if (error instanceof Fault && error.code === 'folder-in-use') return false
    throw error
  }
}
