import { decide } from './decide.ts'
import type { ToldHost } from './report.ts'
import type { Standing } from './standing.ts'
import type { TrustPolicy } from './trust-policy.ts'

/** The submitters without each of whom nothing could be done about a host. The operator's own sensors are no such: whoever doubts these stops everything. */
export function decisive(
  host: ToldHost,
  standings: ReadonlyMap<string, Standing>,
  policy: TrustPolicy,
): readonly string[] {
  const { may, counted } = decide(host, standings, policy)
  if (may === null) return []
  return counted.filter(name => {
    if (standings.get(name)?.class === 'own') return false
    const reports = host.reports.filter(({ submitter }) => submitter !== name)
    return decide({ ...host, reports }, standings, policy).may === null
  })
}
