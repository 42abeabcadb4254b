import { areApart } from './are-apart.ts'
import { independent } from './independent.ts'
import type { Word } from './word.ts'

/** As how many parties some words count, whatever they weigh. */
export function countParties(words: readonly Word[]): number {
  if (areApart(words)) return words.length
  const alike = words.map(({ submitter, parties }) => ({ submitter, parties, points: 1 }))
  return independent(alike).length
}
