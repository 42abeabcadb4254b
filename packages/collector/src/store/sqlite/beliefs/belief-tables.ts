import type { Grade, Instant, Source } from '@redalert/core'
import type { DatabaseSync } from 'node:sqlite'
import { sourceBytes, sourceOfBytes } from '../../../told/source-bytes.ts'
import type { Clock } from '../../../trust/clock.ts'
import type { Decision } from '../../../trust/decide.ts'
import type { ToldHost } from '../../../trust/report.ts'
import type { Standing } from '../../../trust/standing.ts'
import { openDatabase } from '../open-database.ts'
import { transaction } from '../transaction.ts'
import { beliefsSchema } from './schema.ts'
import { standingOf, standingText } from './standing-text.ts'

/** What is kept of beliefs, for the one connection that writes. */
export type BeliefTables = Disposable & {
  /** All of what follows, or none of it. */
  readonly together: (work: () => void) => void
  readonly note: (name: string) => string | undefined
  readonly setNote: (name: string, value: string) => void
  /** What was told of every host; of one source; of which sources somebody told. */
  readonly told: () => readonly ToldHost[]
  readonly toldOf: (source: Source) => readonly ToldHost[]
  readonly sourcesOf: (submitter: string) => readonly Source[]
  readonly replaceTold: (source: Source, hosts: readonly ToldHost[]) => void
  readonly standings: () => ReadonlyMap<string, Standing>
  readonly replaceStandings: (standings: ReadonlyMap<string, Standing>) => void
  readonly replaceClocks: (clocks: readonly Clock[]) => void
  readonly replaceDecisions: (source: Source, decisions: readonly Decision[]) => void
  readonly clear: () => void
}

/** Opens the tables in a database, which it makes where there is none. */
export function beliefTables(file: string): BeliefTables {
  const database = openDatabase(file, {
    durability: 'normal',
    cacheMegabytes: 64,
    logMegabytes: 64,
  })
  database.exec(beliefsSchema)
  const selectNote = database.prepare('SELECT value FROM meta WHERE name = ?')
  const upsertNote = database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)')
  const selectSources = database.prepare('SELECT DISTINCT source FROM reports WHERE submitter = ?')
  const selectStandings = database.prepare('SELECT submitter, standing FROM standings')
  const insertClock = database.prepare('INSERT INTO clocks VALUES (?, ?, ?)')
  const insertStanding = database.prepare('INSERT INTO standings VALUES (?, ?)')
  return {
    together: work => transaction(database, work),
    note(name) {
      const value = selectNote.get(name)?.['value']
      return value === undefined ? undefined : String(value)
    },
    setNote: (name, value) => void upsertNote.run(name, value),
    ...reportTable(database),
    sourcesOf: submitter =>
      selectSources.all(submitter).map(row => sourceOf(row['source'] as Uint8Array)),
    standings: () =>
      new Map(
        selectStandings
          .all()
          .map(row => [String(row['submitter']), standingOf(String(row['standing']))]),
      ),
    replaceStandings(standings) {
      database.exec('DELETE FROM standings')
      for (const [name, standing] of standings) insertStanding.run(name, standingText(standing))
    },
    replaceClocks(clocks) {
      database.exec('DELETE FROM clocks')
      for (const { submitter, sensor, skew } of clocks)
        insertClock.run(submitter, sensor, JSON.stringify(skew))
    },
    ...decisionTable(database),
    clear: () =>
      database.exec(
        'DELETE FROM reports; DELETE FROM standings; DELETE FROM clocks; DELETE FROM decisions',
      ),
    [Symbol.dispose]() {
      database.close()
    },
  }
}

function reportTable(
  database: DatabaseSync,
): Pick<BeliefTables, 'told' | 'toldOf' | 'replaceTold'> {
  const columns = 'source, family, submitter, grade, first, last'
  const selectAll = database.prepare(`SELECT ${columns} FROM reports`)
  const selectOf = database.prepare(`SELECT ${columns} FROM reports WHERE source = ?`)
  const remove = database.prepare('DELETE FROM reports WHERE source = ?')
  const insert = database.prepare('INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?)')
  for (const select of [selectAll, selectOf]) select.setReturnArrays(true)
  return {
    told: () => hostsOf(selectAll.iterate() as unknown as Iterable<ReportRow>),
    toldOf: source => hostsOf(selectOf.iterate(keyOf(source)) as unknown as Iterable<ReportRow>),
    replaceTold(source, hosts) {
      const key = keyOf(source)
      remove.run(key)
      for (const { family, reports } of hosts)
        for (const { submitter, grade, first, last } of reports)
          insert.run(key, family, submitter, grade, first, last)
    },
  }
}

function decisionTable(database: DatabaseSync): Pick<BeliefTables, 'replaceDecisions'> {
  const remove = database.prepare('DELETE FROM decisions WHERE source = ?')
  const insert = database.prepare('INSERT INTO decisions VALUES (?, ?, ?, ?)')
  return {
    replaceDecisions(source, decisions) {
      const key = keyOf(source)
      remove.run(key)
      for (const decision of decisions)
        insert.run(key, decision.family, decision.may, JSON.stringify(decision))
    },
  }
}

type ReportRow = readonly [Uint8Array, string, string, Grade, Instant, Instant]

/** Rows stand host by host. */
function hostsOf(rows: Iterable<ReportRow>): readonly ToldHost[] {
  const hosts: { source: Source; family: string; reports: ToldHost['reports'][number][] }[] = []
  let before: Uint8Array | undefined
  for (const [key, family, submitter, grade, first, last] of rows) {
    const host = hosts.at(-1)
    const report = { submitter, grade, first, last }
    if (host && before && Buffer.compare(before, key) === 0 && host.family === family)
      host.reports.push(report)
    else hosts.push({ source: sourceOf(key), family, reports: [report] })
    before = key
  }
  return hosts
}

/** The key under which a source stands, so that sources are in the order of their addresses. */
function keyOf(source: Source): Uint8Array {
  return Buffer.from(sourceBytes(source) ?? source, 'latin1')
}

function sourceOf(key: Uint8Array): Source {
  return sourceOfBytes(Buffer.from(key).toString('latin1'))
}
