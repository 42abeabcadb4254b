import type { Party } from './party.ts'
import type { Word } from './word.ts'

/** Whether no two of some words share a party. */
export function areApart(words: readonly Word[]): boolean {
  if (words.length < 2) return true
  const taken = new Set<Party>()
  for (const { parties } of words) {
    if (parties.some(party => taken.has(party))) return false
    for (const party of parties) taken.add(party)
  }
  return true
}
