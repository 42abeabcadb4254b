import type { DatabaseSync } from 'node:sqlite'
import type { Account } from '@redalert/core'
import { type CellRecord, compareRecords } from '../../../told/cell-record.ts'
import type { Projected } from '../../store.ts'
import { transaction } from '../transaction.ts'
import type { Compactor } from './compactor.ts'
import type { CoverageTable } from './coverage-table.ts'
import { curveHash, type CurveTable } from './curve-table.ts'
import { gather, type Gathered } from './gather.ts'
import type { HostTable } from './host-entry.ts'
import { extendEntries, judgeSource, type Judging } from './judge-source.ts'
import { countShared, mergeRecords, sameRecords } from './merge-records.ts'
import type { Names } from './names.ts'
import type { Pieces } from './pieces.ts'
import { encodeRow } from './row.ts'
import type { RunList } from './run-list.ts'

/** All that applying a batch writes to. */
export type ProjectionTables = {
  readonly database: DatabaseSync
  readonly names: Names
  readonly pieces: Pieces
  readonly runs: RunList
  readonly compactor: Compactor
  readonly hosts: HostTable
  readonly curve: CurveTable
  readonly coverage: CoverageTable
  readonly judging: Judging
  readonly homeOf: (mark: number) => number | undefined
  readonly piece: (number: number) => string
}

/** What an arrival of the batch turns out to have told. */
type Outcome = { newHosts: number; knownHosts: number; knownCells: number; knownRequests: number }

/** Adds what some arrivals told, in one transaction. */
export function applyBatch(tables: ProjectionTables, batch: readonly Projected[]): void {
  const { database, names, coverage, compactor } = tables
  transaction(database, () => {
    const bySource = new Map<string, Gathered[]>()
    const outcomes = batch.map((): Outcome => ({
      newHosts: 0,
      knownHosts: 0,
      knownCells: 0,
      knownRequests: 0,
    }))
    let cells = 0
    for (const [arrival, { submitter, told }] of batch.entries()) {
      const number = names.numberOf('submitter', submitter)
      cells += gather(bySource, { cells: told.cells, arrival, submitter: number }, tables)
      for (const each of told.coverage) coverage.add(number, each)
    }
    if (cells > 0) addSources(tables, bySource, { outcomes, cells })
    tables.curve.flush()
    compactor.work(cells)
    noteAccounts(database, batch, outcomes)
  })
}

function addSources(
  tables: ProjectionTables,
  bySource: ReadonlyMap<string, Gathered[]>,
  { outcomes, cells }: { readonly outcomes: readonly Outcome[]; readonly cells: number },
): void {
  const { runs } = tables
  const run = runs.begin(cells)
  let isEmpty = true
  for (const source of [...bySource.keys()].toSorted()) {
    const news = addSource(tables, source, { gathered: bySource.get(source) ?? [], outcomes })
    if (news.length === 0) continue
    const tellers = [...new Set(news.map(({ submitter }) => submitter))]
    run.append({ source, rows: [encodeRow(news)], tellers, cells: news.length })
    isEmpty = false
  }
  const finished = run.finish(0)
  runs.add(finished)
  if (isEmpty) runs.drop([finished])
}

type Addition = { readonly gathered: readonly Gathered[]; readonly outcomes: readonly Outcome[] }

/** Adds what a batch told of one source; gives the records that say something new. */
function addSource(
  tables: ProjectionTables,
  source: string,
  { gathered, outcomes }: Addition,
): readonly CellRecord[] {
  const { hosts, judging, runs, curve, homeOf } = tables
  const key = Buffer.from(source, 'latin1')
  const entries = hosts.read(key)
  countHosts(gathered, outcomes, entries.length > 0)
  const news = withoutKnown(tables, source, { gathered, outcomes }, entries.length > 0)
  if (news.length === 0) return news
  const hash = curveHash(source)
  for (const { mark, hour } of news) {
    const home = homeOf(mark)
    if (home !== undefined) curve.add(home, hour, hash)
  }
  const extended = entries.length === 0 ? undefined : extendEntries(entries, news, judging)
  if (extended) {
    for (const [index, entry] of extended.entries()) {
      if (entry !== entries[index]) hosts.extend(key, entry)
    }
    return news
  }
  const earlier = entries.length === 0 ? [] : runs.records(source)
  hosts.replace(key, judgeSource(source, [...earlier, ...news], judging))
  return news
}

/** A source is new for the first arrival that told of it. */
function countHosts(
  gathered: readonly Gathered[],
  outcomes: readonly Outcome[],
  isKnown: boolean,
): void {
  let known = isKnown
  let before = -1
  for (const { arrival } of gathered) {
    if (arrival === before) continue
    before = arrival
    const outcome = outcomes[arrival]
    if (outcome && known) outcome.knownHosts++
    else if (outcome) outcome.newHosts++
    known = true
  }
}

/** Merges the records of one key, and leaves out what was told before by the same submitter. */
function withoutKnown(
  { runs, piece }: ProjectionTables,
  source: string,
  { gathered, outcomes }: Addition,
  isKnown: boolean,
): readonly CellRecord[] {
  const sorted = gathered.toSorted((one, other) => compareRecords(one.record, other.record))
  const news: CellRecord[] = []
  for (let at = 0; at < sorted.length;) {
    const key = sorted[at]?.record
    if (!key) break
    const earlier = isKnown
      ? runs.recordsToldBy(source, key.submitter).filter(each => compareRecords(each, key) === 0)
      : []
    const before =
      earlier.length === 0
        ? undefined
        : earlier.reduce((one, other) => mergeRecords(one, other, piece))
    let now = before
    for (; at < sorted.length; at++) {
      const next = sorted[at]
      if (!next || compareRecords(next.record, key) !== 0) break
      const outcome = outcomes[next.arrival]
      if (!now) {
        now = next.record
        continue
      }
      const merged = mergeRecords(now, next.record, piece)
      if (outcome) outcome.knownRequests += countShared(now.identities, next.record.identities)
      if (outcome && sameRecords(merged, now, piece)) outcome.knownCells++
      now = merged
    }
    if (now && (!before || !sameRecords(now, before, piece))) news.push(now)
  }
  return news
}

function noteAccounts(
  database: DatabaseSync,
  batch: readonly Projected[],
  outcomes: readonly Outcome[],
): void {
  const insert = database.prepare('INSERT OR REPLACE INTO accounts VALUES (?, ?)')
  for (const [index, { sequence, told }] of batch.entries()) {
    const outcome = outcomes[index]
    if (outcome) insert.run(sequence, JSON.stringify(accountWith(told.account, outcome)))
  }
  const last = batch.at(-1)
  if (last) {
    database.prepare("INSERT OR REPLACE INTO meta VALUES ('projected', ?)").run(last.sequence)
  }
}

function accountWith(account: Account, outcome: Outcome): Account {
  const known = account.unit === 'line' ? outcome.knownRequests : outcome.knownCells
  return {
    ...account,
    duplicates: Math.min(account.accepted, account.duplicates + known),
    hosts: { new: outcome.newHosts, known: outcome.knownHosts },
  }
}
