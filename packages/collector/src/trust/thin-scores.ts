import { deviation } from './deviation.ts'
import { median } from './median.ts'
import type { Tallies, Tally } from './tally.ts'
import type { TrustPolicy } from './trust-policy.ts'

/**
 * How far above the usual each submitter's share of thin hosts is, in standard deviations, at the level where it is
 * most so. What is usual is the median over parties, so that many mouths of one party move it as little as one. Null:
 * nothing can be said.
 */
export function thinScores(
  tallies: Tallies,
  { thin, parties: fewest }: Pick<TrustPolicy['lies'], 'thin' | 'parties'>,
): ReadonlyMap<string, number> | null {
  const levels = thin.map((_, level) => usualAt(level, tallies, fewest)).filter(one => one !== null)
  if (levels.length === 0) return null
  return new Map(
    [...tallies.bySubmitter].map(([submitter, tally]) => [
      submitter,
      Math.max(...levels.map(scoreOf => scoreOf(tally))),
    ]),
  )
}

/** A party with fewer hosts says nothing about what is usual. */
const fewestHosts = 5
/** What is usual is never taken to be rarer, or one thin host would damn. */
const leastShare = 0.01
/** Where nearly all hosts are thin, being thin says nothing. */
const mostShare = 0.99
const medianOfChiSquare = 0.4549

type Score = (tally: Tally & { readonly party: string }) => number

function usualAt(level: number, { told, byParty }: Tallies, fewest: number): Score | null {
  const parties = [...byParty].filter(([, tally]) => tally.told >= fewestHosts)
  if (parties.length < fewest) return null
  const share = ({ told, thin }: Tally) => (thin[level] ?? 0) / told
  const usual = median(parties.map(([, tally]) => share(tally)))
  if (usual > mostShare) return null
  /** Nobody bears out their own party's word, so the hosts of a large party are thinner, by what it lends to others. */
  const usualFor = (party: string) => {
    const tally = byParty.get(party)
    const lent = (tally?.lent[level] ?? 0) / Math.max(1, told - (tally?.told ?? 0))
    return Math.min(mostShare, Math.max(leastShare, usual + lent))
  }
  const score: Score = tally => deviation(share(tally), usualFor(tally.party), tally.told)
  // Honest views differ more than chance allows; half of the parties show by how much.
  const scores = parties.map(([party, tally]) => score({ ...tally, party }))
  const middle = median(scores)
  const spread = median(scores.map(one => (one - middle) ** 2)) / medianOfChiSquare
  const scale = Math.sqrt(Math.max(1, spread))
  return tally => score(tally) / scale
}
