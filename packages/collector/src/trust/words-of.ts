import { isWithin } from './quota.ts'
import type { Report, ToldHost } from './report.ts'
import type { Standing } from './standing.ts'
import type { TrustPolicy } from './trust-policy.ts'
import type { Word } from './word.ts'

/** What the reports of a host weigh that count at all: by class, lowered by evidence, within the day's quota. */
export function wordsOf(
  host: ToldHost,
  standings: ReadonlyMap<string, Standing>,
  { points, evidence }: Pick<TrustPolicy, 'points' | 'evidence'>,
): readonly (Word & { readonly report: Report })[] {
  const words: (Word & { readonly report: Report })[] = []
  for (const report of host.reports) {
    const standing = standings.get(report.submitter)
    if (!standing || !isWithin(standing.limits, host, report)) continue
    if (standing.class === 'doubted' || standing.class === 'anonymous') continue
    const weight = points[standing.class] * Math.min(1, evidence[report.grade])
    if (weight <= 0) continue
    words.push({
      submitter: report.submitter,
      points: weight,
      parties: standing.parties,
      report,
    })
  }
  return words
}
