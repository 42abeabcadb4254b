import type { Word } from './word.ts'

/** What some words weigh together; to the millionth, so that the order in which they are added up does not show. */
export function sumPoints(words: readonly Word[]): number {
  return Math.round(words.reduce((sum, { points }) => sum + points, 0) * 1e6) / 1e6
}
