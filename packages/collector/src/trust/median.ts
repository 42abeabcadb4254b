/** The number in the middle, or the lower one of two; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[(sorted.length - 1) >> 1] ?? 0
}
