import { agreementScores } from './agreement-scores.ts'
import type { ToldHost } from './report.ts'
import type { Standing } from './standing.ts'
import { tally } from './tally.ts'
import { thinScores } from './thin-scores.ts'
import type { TrustPolicy } from './trust-policy.ts'

/**
 * How suspicious each submitter is whose words count, in standard deviations: by hosts that hardly anybody else tells
 * of, or by others with whom they agree too often, whichever is more. Whoever is missing, nothing can be said of.
 */
export function lieScores(
  hosts: Iterable<ToldHost>,
  standings: ReadonlyMap<string, Standing>,
  policy: TrustPolicy,
): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  for (const found of [
    thinScores(tally(hosts, standings, policy), policy.lies),
    agreementScores(hosts, standings, policy),
  ]) {
    for (const [submitter, score] of found ?? []) {
      scores.set(submitter, Math.max(score, scores.get(submitter) ?? score))
    }
  }
  return scores
}
