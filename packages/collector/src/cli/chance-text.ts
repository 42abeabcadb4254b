/** A probability for people, never rounded up to certainty: `.993`. */
export function chanceText(chance: number): string {
  return Math.min(Math.floor(chance * 1000) / 1000, 0.999)
    .toFixed(3)
    .slice(1)
}
