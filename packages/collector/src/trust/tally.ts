import { countParties } from './count-parties.ts'
import type { Party } from './party.ts'
import type { ToldHost } from './report.ts'
import type { Standing } from './standing.ts'
import type { TrustPolicy } from './trust-policy.ts'
import { wordsOf } from './words-of.ts'

/** Of how many hosts somebody told, and how many of these are thin at each level: told of by no more parties than it says. */
export type Tally = { told: number; readonly thin: number[] }

/** What was told, counted for every submitter whose words count, and for every party. */
export type Tallies = {
  readonly told: number
  readonly bySubmitter: ReadonlyMap<string, Tally & { readonly party: Party }>
  /** `lent`: others' words on hosts that without this party would be thin at a level, and with it are not. */
  readonly byParty: ReadonlyMap<Party, Tally & { readonly lent: number[] }>
}

/** Counts what was told. A submitter is counted with the first of their parties, which is one that was proven. */
export function tally(
  hosts: Iterable<ToldHost>,
  standings: ReadonlyMap<string, Standing>,
  policy: TrustPolicy,
): Tallies {
  const levels = policy.lies.thin
  const none = () => levels.map(() => 0)
  const bySubmitter = new Map<string, Tally & { readonly party: Party }>()
  const byParty = new Map<Party, Tally & { readonly lent: number[] }>()
  let told = 0
  for (const host of hosts) {
    const words = wordsOf(host, standings, policy)
    const parties = countParties(words)
    told += words.length
    const mouths = new Map<Party, number>()
    for (const { submitter, parties: own } of words) {
      const party = own[0] ?? ''
      mouths.set(party, (mouths.get(party) ?? 0) + 1)
      const known = bySubmitter.get(submitter) ?? { party, told: 0, thin: none() }
      bySubmitter.set(submitter, known)
      count(known, parties, { levels, times: 1 })
    }
    for (const [party, times] of mouths) {
      const known = byParty.get(party) ?? { told: 0, thin: none(), lent: none() }
      byParty.set(party, known)
      count(known, parties, { levels, times })
      const level = levels.indexOf(parties - 1)
      if (level >= 0) known.lent[level] = (known.lent[level] ?? 0) + words.length - times
    }
  }
  return { told, bySubmitter, byParty }
}

function count(
  tally: Tally,
  parties: number,
  { levels, times }: { readonly levels: readonly number[]; readonly times: number },
): void {
  tally.told += times
  for (const [index, level] of levels.entries()) {
    if (parties <= level) tally.thin[index] = (tally.thin[index] ?? 0) + times
  }
}
