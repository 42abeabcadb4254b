import type { Random } from './random.ts'

/** Draws an index as often as its share asks. */
export function shareOut(shares: Iterable<number>, { fraction }: Random): () => number {
  const sums: number[] = []
  let sum = 0
  for (const share of shares) sums.push((sum += share))
  return () => {
    const drawn = fraction() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > drawn) high = middle
      else low = middle + 1
    }
    return low
  }
}
