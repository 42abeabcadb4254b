import { atLeast, type Source } from '@redalert/core'
import { type Consequence, consequences } from './consequence.ts'
import { countParties } from './count-parties.ts'
import { independent } from './independent.ts'
import type { Report, ToldHost } from './report.ts'
import type { Standing } from './standing.ts'
import { sumPoints } from './sum-points.ts'
import type { Needed, TrustPolicy } from './trust-policy.ts'
import type { Word } from './word.ts'
import { wordsOf } from './words-of.ts'

/** How far what was told of a host may go. */
export type Decision = {
  readonly source: Source
  readonly family: string
  /** The strongest thing that may be done; null: it stays in the house. */
  readonly may: Consequence | null
  readonly points: number
  /** As how many parties those count who told of it, whatever they prove. */
  readonly parties: number
  /** The operator's own sensors saw it, and prove it. */
  readonly seenByOwn: boolean
  /** The submitters whose words were added up, sorted. */
  readonly counted: readonly string[]
}

/** Decides how far what was told of a host may go. */
export function decide(
  host: ToldHost,
  standings: ReadonlyMap<string, Standing>,
  policy: TrustPolicy,
): Decision {
  const words = wordsOf(host, standings, policy)
  const counted = independent(words)
  const points = sumPoints(counted)
  const seenByOwn = words.some(
    ({ submitter, report }) =>
      report.grade === 'infected' && standings.get(submitter)?.class === 'own',
  )
  const suffices = (needed: Needed) =>
    (needed.ownAlone && seenByOwn) ||
    (points >= needed.points && partiesAt(words, needed) >= needed.parties)
  return {
    source: host.source,
    family: host.family,
    may: consequences.findLast(consequence => suffices(policy.needed[consequence])) ?? null,
    points,
    parties: countParties(words),
    seenByOwn,
    counted: counted.map(({ submitter }) => submitter).toSorted(),
  }
}

function partiesAt(
  words: readonly (Word & { readonly report: Report })[],
  { grade }: Needed,
): number {
  return countParties(words.filter(({ report }) => atLeast(report.grade, grade)))
}
