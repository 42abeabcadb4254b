import type { Party } from './party.ts'
import type { ToldHost } from './report.ts'
import type { Standing } from './standing.ts'
import type { TrustPolicy } from './trust-policy.ts'
import { wordsOf } from './words-of.ts'

/** A submitter whose agreement with others is looked at. */
export type Voice = { readonly submitter: string; readonly party: Party }

/** On how many hosts two voices, by number, both told. */
export type Pair = { readonly one: number; readonly other: number; readonly times: number }

/**
 * Counts for any two submitters of different parties on how many hosts both told. Hosts of which very many told are
 * left out, and so many more as are needed to keep the work within bounds: those that fewer told of come first, for
 * there a word weighs most.
 */
export function repeatedPairs(
  hosts: Iterable<ToldHost>,
  standings: ReadonlyMap<string, Standing>,
  policy: TrustPolicy,
): { readonly voices: readonly Voice[]; readonly pairs: Iterable<Pair> } {
  const voices = [...standings]
    .filter(([, standing]) => isOpen(standing))
    .map(([submitter, { parties }]): Voice => ({ submitter, party: parties[0] ?? '' }))
    .toSorted((one, other) => (one.submitter < other.submitter ? -1 : 1))
  const numbers = new Map(voices.map(({ submitter }, number) => [submitter, number]))
  const heard: number[][] = []
  const sizes = Array.from({ length: mostWords + 1 }, () => 0)
  for (const host of hosts) {
    const here = wordsOf(host, standings, policy)
      .map(({ submitter }) => numbers.get(submitter))
      .filter(number => number !== undefined)
    if (here.length < 2 || here.length > mostWords) continue
    heard.push(here)
    sizes[here.length] = (sizes[here.length] ?? 0) + 1
  }
  const largest = largestSize(sizes)
  const keys: number[] = []
  for (const here of heard) {
    if (here.length > largest) continue
    for (const [index, one] of here.entries()) {
      const voice = voices[one]
      for (const other of here.slice(index + 1)) {
        if (voices[other]?.party === voice?.party) continue
        keys.push(Math.min(one, other) * voices.length + Math.max(one, other))
      }
    }
  }
  return { voices, pairs: runs(Float64Array.from(keys).toSorted(), voices.length) }
}

/** Whether nobody vouches for them. */
function isOpen({ class: has }: Standing): boolean {
  return has === 'new' || has === 'established'
}

/** A host of which more told is nobody's victim: so many do not conspire. */
const mostWords = 64
const mostPairs = 2_000_000

function largestSize(sizes: readonly number[]): number {
  let pairs = 0
  for (const [size, count] of sizes.entries()) {
    pairs += (count * size * (size - 1)) / 2
    if (pairs > mostPairs) return size - 1
  }
  return mostWords
}

function* runs(sorted: Float64Array, voices: number): Generator<Pair, void> {
  let times = 0
  for (const [index, key] of sorted.entries()) {
    times++
    if (sorted[index + 1] === key) continue
    yield { one: Math.floor(key / voices), other: key % voices, times }
    times = 0
  }
}
