import {
  type Cell,
  type Grade,
  type Hour,
  hourOf,
  type Instant,
  judge,
  type Signature,
  type Source,
} from '@redalert/core'
import type { Report, ToldHost } from './report.ts'

/** A cell, and who told it. */
export type ToldCell = { readonly submitter: string; readonly cell: Cell }

/** What the cells of one source are by each family, and the cells on which that rests: core's `judge`, or what says the same faster. */
export type JudgeCells = (
  cells: readonly Cell[],
) => readonly { readonly family: string; readonly grade: Grade; readonly cells: readonly Cell[] }[]

/** Core's judgement by some families. */
export function judgeBy(signatures: readonly Signature[]): JudgeCells {
  return cells =>
    judge(cells, signatures).map(({ family, grade, cells: proof }) => ({
      family: family.id,
      grade,
      cells: proof,
    }))
}

/**
 * The hosts that a source is by what was told of a time, a family each. Every submitter's cells are judged by
 * themselves, so that nobody completes another's proof; cells of an assumed clock prove nothing to act upon.
 */
export function toldHosts(
  told: readonly ToldCell[],
  judged: JudgeCells,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): readonly ToldHost[] {
  const usable = told.filter(
    ({ cell }) => cell.clock === 'known' && isWithin(cell.hour, hourOf(from), hourOf(until)),
  )
  const hosts = new Map<string, { source: Source; family: string; reports: Report[] }>()
  const bySubmitter = Map.groupBy(usable, ({ submitter }) => submitter)
  for (const [submitter, cells] of [...bySubmitter].toSorted(byName)) {
    for (const verdict of judged(cells.map(({ cell }) => cell))) {
      const { source, report } = reportOf(submitter, verdict)
      const { family } = verdict
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
  { grade, cells }: ReturnType<JudgeCells>[number],
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
