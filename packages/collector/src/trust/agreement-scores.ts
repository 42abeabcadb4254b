import { median } from './median.ts'
import type { Party } from './party.ts'
import { repeatedPairs, type Voice } from './repeated-pairs.ts'
import type { ToldHost } from './report.ts'
import type { Standing } from './standing.ts'
import type { TrustPolicy } from './trust-policy.ts'

/**
 * How much more often each submitter tells of the same hosts as the same others than chance allows, in standard
 * deviations: those who agree on victims meet again and again. Null: nothing can be said.
 *
 * Whoever sees independently of the others meets each of them as often as a Poisson number says, whose mean u is their
 * own number of meetings times the other's share in the meetings of all. For such a number o, (o-u)²-o is 0 in the
 * mean, with the variance 2u²; its sum over all others is looked at. In the shares no party counts for more than the
 * median party, so that a gang which tells much does not become what is usual.
 *
 * Those of one party are expected to agree, and so are those for whom the operator vouches; they are left out.
 */
export function agreementScores(
  hosts: Iterable<ToldHost>,
  standings: ReadonlyMap<string, Standing>,
  policy: TrustPolicy,
): ReadonlyMap<string, number> | null {
  const { voices, pairs } = repeatedPairs(hosts, standings, policy)
  const meetings = [...pairs].flatMap(({ one, other, times }) => [
    { self: one, other, times },
    { self: other, other: one, times },
  ])
  const times = sumOver(meetings, voices.length, meeting => meeting.times)
  const byParty = partySums(voices, times)
  const busy = [...byParty.values()].filter(sum => sum > 0)
  if (busy.length < policy.lies.parties) return null

  const most = median(busy)
  const heard = sumOver(
    meetings.map(({ self, other, times }) => ({ self: other, other: self, times })),
    voices.length,
    ({ other, times }) => times * Math.min(1, most / (byParty.get(partyOf(voices, other)) ?? 1)),
  )
  const all = { share: sum(heard), square: sum(heard.map(share => share ** 2)) }
  const shares = partySums(voices, heard)
  const squares = partySums(
    voices,
    heard.map(share => share ** 2),
  )
  const again = sumOver(meetings, voices.length, meeting => meeting.times * (meeting.times - 1))
  const met = sumOver(meetings, voices.length, ({ other, times }) => times * (heard[other] ?? 0))

  const scores = voices.map(({ party }, self) => {
    const others = Math.max(1, all.share - (shares.get(party) ?? 0))
    const rate = (times[self] ?? 0) / others
    const chance = rate ** 2 * (all.square - (squares.get(party) ?? 0))
    const excess = (again[self] ?? 0) - 2 * rate * (met[self] ?? 0) + chance
    return excess / Math.sqrt(2 * chance + fewestAgain ** 2)
  })
  const squared = scores.filter((_, self) => times[self] !== 0).map(score => score ** 2)
  const spread = median(squared) / medianOfChiSquare
  const scale = Math.sqrt(Math.max(1, spread))
  return new Map(
    voices.flatMap(({ submitter }, self) =>
      times[self] === 0 ? [] : [[submitter, (scores[self] ?? 0) / scale] as const],
    ),
  )
}

/** Where chance hardly ever makes two meet, meeting again a few times is no sign yet. */
const fewestAgain = 5
const medianOfChiSquare = 0.4549

type Meeting = { readonly self: number; readonly other: number; readonly times: number }

function sumOver(
  meetings: readonly Meeting[],
  voices: number,
  amount: (meeting: Meeting) => number,
): readonly number[] {
  const sums = Array.from({ length: voices }, () => 0)
  for (const meeting of meetings) sums[meeting.self] = (sums[meeting.self] ?? 0) + amount(meeting)
  return sums
}

function partySums(
  voices: readonly Voice[],
  amounts: readonly number[],
): ReadonlyMap<Party, number> {
  const sums = new Map<Party, number>()
  for (const [index, { party }] of voices.entries())
    sums.set(party, (sums.get(party) ?? 0) + (amounts[index] ?? 0))
  return sums
}

function partyOf(voices: readonly Voice[], index: number): Party {
  return voices[index]?.party ?? ''
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
