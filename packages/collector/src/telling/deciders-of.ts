import type { HostLife } from '../cases/life/host-life.ts'
import type { BeliefReader } from '../store/sqlite/beliefs/read-beliefs.ts'
import { decisive } from '../trust/decisive.ts'
import type { Standing } from '../trust/standing.ts'

/** The submitters without each of whom none of these hosts would be told: who could make a whole letter up. */
export function decidersOf(
  hosts: readonly Pick<HostLife, 'source' | 'family'>[],
  { toldOf, standing, policy }: Pick<BeliefReader, 'toldOf' | 'standing' | 'policy'>,
): readonly string[] {
  let deciders: ReadonlySet<string> | undefined
  for (const { source, family } of hosts) {
    const host = toldOf(source).find(each => each.family === family)
    if (!host) continue
    const standings = new Map<string, Standing>()
    for (const { submitter } of host.reports) {
      const known = standing(submitter)
      if (known) standings.set(submitter, known)
    }
    const own = new Set(decisive(host, standings, policy))
    deciders = deciders ? deciders.intersection(own) : own
    if (deciders.size === 0) return []
  }
  return [...(deciders ?? [])].toSorted()
}
