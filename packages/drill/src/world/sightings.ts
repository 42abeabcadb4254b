import type { Population } from './population.ts'
import type { Random } from '../random/random.ts'
import { shareOut } from '../random/share-out.ts'

/** That a submitter, by number, saw a machine, by number: seconds after the start. */
export type Sight = { readonly by: number; readonly first: number; readonly last: number }

/**
 * Draws who sees whom. Scans are Poisson, so those that land on some submitter's address are drawn and no others: first
 * how many of a machine's do, then on whose and when. Exact, and no other scan matters.
 */
export function* sightings(
  { rates }: Population,
  { views, seconds }: { readonly views: Float64Array; readonly seconds: number },
  random: Random,
): Generator<readonly Sight[], void> {
  const watcher = shareOut(views, random)
  const hitsPerRate = (seconds * views.reduce((sum, view) => sum + view, 0)) / 2 ** 32
  for (const rate of rates) {
    const seen: Sight[] = []
    for (let hit = random.poisson(rate * hitsPerRate); hit > 0; hit--) {
      const [by, at] = [watcher(), random.fraction() * seconds]
      const index = seen.findIndex(sight => sight.by === by)
      const before = seen[index] ?? { first: at, last: at }
      const sight = { by, first: Math.min(before.first, at), last: Math.max(before.last, at) }
      if (index < 0) seen.push(sight)
      else seen[index] = sight
    }
    yield seen
  }
}
