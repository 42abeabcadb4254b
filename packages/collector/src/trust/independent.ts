import { areApart } from './are-apart.ts'
import type { Party } from './party.ts'
import type { Word } from './word.ts'

/**
 * The weightiest words of which no two share a party. Whoever holds some parties is therefore counted at most once for
 * each of them, with whatever mouths they speak. Order changes nothing, more words never weigh less, and more parties
 * of a word never weigh more.
 *
 * It is exact up to {@link mostSteps} steps of search. Beyond them, which takes dozens of words entangled on purpose,
 * it is the best choice met so far: fewer points than there might be, never more.
 */
export function independent(words: readonly Word[]): readonly Word[] {
  if (areApart(words)) return words
  const chosen: Word[] = []
  for (const group of entangled(withoutOutdone(words))) {
    chosen.push(...(areApart(group) ? group : weightiest(group)))
  }
  return chosen
}

const mostSteps = 5000

/** Without each word that another outdoes: no lighter, and entangled with no more. */
function withoutOutdone(words: readonly Word[]): readonly Word[] {
  const best = new Map<string, Word>()
  for (const word of words.toSorted(byWeight)) {
    const same = word.parties.toSorted().join('\n')
    if (!best.has(same)) best.set(same, word)
  }
  const left = [...best.values()]
  const byParty = Map.groupBy(left, ({ parties }) => parties[0])
  return left.filter(
    word =>
      !word.parties
        .flatMap(party => byParty.get(party) ?? [])
        .some(other => other !== word && outdoes(other, word)),
  )
}

function outdoes(one: Word, other: Word): boolean {
  return (
    one.points >= other.points &&
    one.parties.length < other.parties.length &&
    one.parties.every(party => other.parties.includes(party))
  )
}

/** Words in groups that have nothing to do with each other. */
function entangled(words: readonly Word[]): readonly (readonly Word[])[] {
  const byParty = new Map<Party, Word[]>()
  for (const word of words) {
    for (const party of word.parties) {
      const sharing = byParty.get(party)
      if (sharing) sharing.push(word)
      else byParty.set(party, [word])
    }
  }
  const grouped = new Set<Word>()
  const groups: Word[][] = []
  for (const word of words) {
    if (grouped.has(word)) continue
    const group = [word]
    grouped.add(word)
    for (const member of group) {
      for (const next of member.parties.flatMap(party => byParty.get(party) ?? [])) {
        if (grouped.has(next)) continue
        grouped.add(next)
        group.push(next)
      }
    }
    groups.push(group.toSorted(byWeight))
  }
  return groups
}

/** Takes or leaves each word in turn, the weightiest first, and turns back where no more can be gained. */
function weightiest(words: readonly Word[]): readonly Word[] {
  const rest = words.map((_, index) => sum(words.slice(index)))
  let best: readonly Word[] = []
  let most = -1
  let steps = 0
  const taken = new Set<Party>()
  const chosen: Word[] = []
  const search = (index: number, points: number): void => {
    if (points > most) [most, best] = [points, [...chosen]]
    const word = words[index]
    if (!word || points + (rest[index] ?? 0) <= most || ++steps > mostSteps) return
    if (!word.parties.some(party => taken.has(party))) {
      for (const party of word.parties) taken.add(party)
      chosen.push(word)
      search(index + 1, points + word.points)
      chosen.pop()
      for (const party of word.parties) taken.delete(party)
    }
    search(index + 1, points)
  }
  search(0, 0)
  return best
}

function sum(words: readonly Word[]): number {
  return words.reduce((points, word) => points + word.points, 0)
}

function byWeight(one: Word, other: Word): number {
  return (
    other.points - one.points ||
    one.parties.length - other.parties.length ||
    (one.submitter < other.submitter ? -1 : 1)
  )
}
