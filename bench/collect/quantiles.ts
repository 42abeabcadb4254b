/** The half, 99 of 100 and the longest of some times. */
export function quantiles(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  return [0.5, 0.99, 1]
    .map(share => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(2))
    .join(', ')
}
