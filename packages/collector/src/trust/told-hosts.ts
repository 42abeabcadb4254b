import {
  type Cell,
  type Hour,
  hourOf,
  type Instant,
  judge,
  type Signature,
  type Source,
  type Verdict,
} from '@redalert/core'
import type { Report, ToldHost } from './report.ts'

/** A cell, and who told it. */
export type ToldCell = { readonly submitter: string; readonly cell: Cell }

/**
 * The hosts that a source is by what was told of a time, a family each. Every submitter's cells are judged by
 * themselves, so that nobody completes another's proof; cells of an assumed clock prove nothing to act upon.
 */
export function toldHosts(
  told: readonly ToldCell[],
  signatures: readonly Signature[],
  { from, until }: { readonly from: Instant; readonly until: Instant },
): readonly ToldHost[] {
  const usable = told.filter(
    ({ cell }) => cell.clock === 'known' && isWithin(cell.hour, hourOf(from), hourOf(until)),
  )
  const hosts = new Map<string, { source: Source; family: string; reports: Report[] }>()
  const bySubmitter = Map.groupBy(usable, ({ submitter }) => submitter)
  for (const [submitter, cells] of [...bySubmitter].toSorted(byName)) {
    for (const verdict of judge(
      cells.map(({ cell }) => cell),
      signatures,
    )) {
      const { source, report } = reportOf(submitter, verdict)
      const family = verdict.family.id
      const key = `${source} ${family}`
      const host = hosts.get(key) ?? { source, family, reports: [] }
      host.reports.push(report)
      hosts.set(key, host)
    }
  }
  return [...hosts.values()]
}

function reportOf(
  submitter: string,
  { grade, cells }: Verdict,
): { readonly source: Source; readonly report: Report } {
  const [some] = cells
  if (!some) throw new Error('a verdict rests on cells')
  const first = cells.reduce((one, cell) => (cell.first < one ? cell.first : one), some.first)
  const last = cells.reduce((one, cell) => (cell.last > one ? cell.last : one), some.last)
  return { source: some.source, report: { submitter, grade, first, last } }
}

function isWithin(hour: Hour, from: Hour, until: Hour): boolean {
  return hour >= from && hour <= until
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}
