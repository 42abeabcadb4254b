import { existsSync } from 'node:fs'
import type { Source } from '@redalert/core'
import { sourceBytes, sourceOfBytes } from '../../../told/source-bytes.ts'
import type { Clock } from '../../../trust/clock.ts'
import type { Consequence } from '../../../trust/consequence.ts'
import type { Decision } from '../../../trust/decide.ts'
import type { Report, ToldHost } from '../../../trust/report.ts'
import type { Skew } from '../../../trust/skew.ts'
import type { Standing } from '../../../trust/standing.ts'
import { type TrustPolicy, trustPolicy } from '../../../trust/trust-policy.ts'
import { openToRead } from '../open-database.ts'
import { standingOf } from './standing-text.ts'

/** What is believed, for whoever only reads it. */
export type BeliefReader = Disposable & {
  /** What was decided of the hosts that a source is, by family. */
  readonly decisionsOf: (source: Source) => readonly Decision[]
  /** The hosts about which something may be done, in the order of their addresses. */
  readonly decided: (may: Consequence) => Iterable<Decision>
  /** The hosts of which a submitter told, and what may be done about each, so many behind the one that was last. */
  readonly toldBy: (
    submitter: string,
    after: ToldKey | undefined,
    most: number,
  ) => readonly (ToldKey & { readonly may: Consequence | null })[]
  readonly standing: (submitter: string) => Standing | undefined
  /** What is known of the clocks of one submitter's sensors, or of everybody's. */
  readonly clocks: (submitter?: string) => readonly Clock[]
  /** What everybody told of the hosts that a source is. */
  readonly toldOf: (source: Source) => readonly ToldHost[]
  /** The sources that are hosts of a family, by whomever it was told, in the order of their addresses. */
  readonly sourcesOf: (family: string) => readonly Source[]
  /** The rule by which it was decided. */
  readonly policy: TrustPolicy
  readonly note: (name: string) => string | undefined
}

export type ToldKey = { readonly source: Source; readonly family: string }

/** Opens beliefs to read them, while another connection may write; undefined where there are none. */
export function readBeliefs(file: string): BeliefReader | undefined {
  if (!existsSync(file)) return undefined
  const database = openToRead(file, 8)
  // Whoever makes it may only have begun: what its schema names last is not there yet.
  if (!database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'decisions_may'").get()) {
    database.close()
    return undefined
  }
  const selectNote = database.prepare('SELECT value FROM meta WHERE name = ?')
  const selectOf = database.prepare(
    'SELECT decision FROM decisions WHERE source = ? ORDER BY family',
  )
  const selectDecided = database.prepare(
    'SELECT decision FROM decisions WHERE may = ? ORDER BY source, family',
  )
  const selectReports = database.prepare(
    'SELECT family, submitter, grade, first, last FROM reports WHERE source = ? ORDER BY family',
  )
  const selectStanding = database.prepare('SELECT standing FROM standings WHERE submitter = ?')
  const selectToldBy = database.prepare(
    `SELECT reports.source, reports.family, may FROM reports LEFT JOIN decisions USING (source, family)
     WHERE submitter = ? AND (reports.source, reports.family) > (?, ?) ORDER BY reports.source, reports.family LIMIT ?`,
  )
  const selectSources = database.prepare('SELECT DISTINCT source FROM reports WHERE family = ?')
  const note = (name: string): string | undefined => {
    const value = selectNote.get(name)?.['value']
    return value === undefined ? undefined : String(value)
  }
  const stated = note('policy')
  return {
    decisionsOf(source) {
      const key = sourceBytes(source)
      if (key === undefined) return []
      return selectOf.all(Buffer.from(key, 'latin1')).map(row => decisionOf(row['decision']))
    },
    *decided(may) {
      for (const row of selectDecided.iterate(may)) yield decisionOf(row['decision'])
    },
    toldBy: (submitter, after, most) =>
      selectToldBy.all(submitter, keyOf(after), after?.family ?? '', most).map(row => ({
        source: sourceOfBytes(Buffer.from(row['source'] as Uint8Array).toString('latin1')),
        family: String(row['family']),
        may: row['may'] as Consequence | null,
      })),
    standing(submitter) {
      const row = selectStanding.get(submitter)
      return row && standingOf(String(row['standing']))
    },
    clocks(submitter) {
      // What an earlier version left has no such table.
      const found = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'clocks'").get()
      if (!found) return []
      const columns = 'SELECT submitter, sensor, skew FROM clocks'
      const rows =
        submitter === undefined
          ? database.prepare(`${columns} ORDER BY submitter, sensor`).all()
          : database.prepare(`${columns} WHERE submitter = ? ORDER BY sensor`).all(submitter)
      return rows.map(row => ({
        submitter: String(row['submitter']),
        sensor: String(row['sensor']),
        skew: JSON.parse(String(row['skew'])) as Skew,
      }))
    },
    toldOf(source) {
      const key = sourceBytes(source)
      if (key === undefined) return []
      const rows = selectReports.all(Buffer.from(key, 'latin1')) as unknown as readonly ReportRow[]
      return [...Map.groupBy(rows, ({ family }) => family)].map(([family, reports]) => ({
        source,
        family,
        reports: reports.map(({ submitter, grade, first, last }) => ({
          submitter,
          grade,
          first,
          last,
        })),
      }))
    },
    sourcesOf: family =>
      selectSources
        .all(family)
        .map(row => sourceOfBytes(Buffer.from(row['source'] as Uint8Array).toString('latin1'))),
    policy: stated === undefined ? trustPolicy : (JSON.parse(stated) as TrustPolicy),
    note,
    [Symbol.dispose]() {
      database.close()
    },
  }
}

type ReportRow = Report & { readonly family: string }

function keyOf(key: ToldKey | undefined): Uint8Array {
  return Buffer.from((key && sourceBytes(key.source)) ?? '', 'latin1')
}

function decisionOf(text: unknown): Decision {
  return JSON.parse(String(text)) as Decision
}
