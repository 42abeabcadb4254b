import { type Instant, secondsOf, type Source } from '@redalert/core'
import { widest } from './infer-skews.ts'
import type { ToldHost } from './report.ts'

/** So many sources suffice to tell one submitter's clocks; and no more of all are looked at, so that weighing stays quick. */
const enough = { perSubmitter: 60, together: 5000 }
const fewestSubmitters = 3

/**
 * The sources by which clocks can be told: three submitters or more saw each, and for a short while only. The latest
 * come first, until every submitter has enough.
 */
export function clockSources(told: readonly ToldHost[]): readonly Source[] {
  const taken = new Map<string, number>()
  const sources = new Set<Source>()
  for (const { source, tellers } of candidates(told)) {
    if (sources.size >= enough.together) break
    const needs = tellers.some(teller => (taken.get(teller) ?? 0) < enough.perSubmitter)
    if (!needs || sources.has(source)) continue
    sources.add(source)
    for (const teller of tellers) taken.set(teller, (taken.get(teller) ?? 0) + 1)
  }
  return [...sources]
}

type Candidate = {
  readonly source: Source
  readonly tellers: readonly string[]
  readonly last: Instant
}

function candidates(told: readonly ToldHost[]): readonly Candidate[] {
  const found: Candidate[] = []
  for (const { source, reports } of told) {
    if (reports.length < fewestSubmitters) continue
    const brief = reports.filter(({ first, last }) => secondsOf(last) - secondsOf(first) <= widest)
    const tellers = brief.map(({ submitter }) => submitter)
    const [latest = ''] = brief
      .map(({ last }) => last as string)
      .toSorted()
      .toReversed()
    if (tellers.length >= fewestSubmitters) found.push({ source, tellers, last: latest as Instant })
  }
  return found.toSorted(
    (one, other) => compare(other.last, one.last) || compare(one.source, other.source),
  )
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
