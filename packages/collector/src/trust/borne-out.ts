import { independent } from './independent.ts'
import type { ToldHost } from './report.ts'
import type { Standing } from './standing.ts'
import { sumPoints } from './sum-points.ts'
import type { TrustPolicy } from './trust-policy.ts'
import { wordsOf } from './words-of.ts'

/**
 * For every submitter, of how many hosts they told that would be escalated on the words of others alone. To fake one,
 * as many parties must conspire as could have it escalated without any history.
 */
export function borneOut(
  told: Iterable<ToldHost>,
  standings: ReadonlyMap<string, Standing>,
  policy: TrustPolicy,
): ReadonlyMap<string, number> {
  const { needed } = policy
  const counts = new Map<string, number>()
  for (const host of told) {
    const words = wordsOf(host, standings, policy)
    const chosen = independent(words)
    const points = sumPoints(chosen)
    const isEnough = (found: number) => found >= needed.escalate.points
    if (!isEnough(points)) continue
    for (const word of words) {
      const bearsOut =
        !chosen.includes(word) ||
        isEnough(points - word.points) ||
        isEnough(sumPoints(independent(words.filter(other => other !== word))))
      if (bearsOut) counts.set(word.submitter, (counts.get(word.submitter) ?? 0) + 1)
    }
  }
  return counts
}
