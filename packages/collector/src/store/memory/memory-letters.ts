import type { Instant } from '@redalert/core'
import type { DueLetter, Letter, Outgoing } from '../../outgoing.ts'
import type { SubmissionRow } from '../store.ts'
import type { Held } from './memory-log.ts'

/** The answers as a table. */
export function memoryLetters(
  arrivals: readonly Held[],
  row: (held: Held) => SubmissionRow,
  projected: () => number,
): Outgoing {
  const letters = new Map<number, Waiting>()
  return {
    unsettled: limit =>
      arrivals
        .filter(each => !each.isSettled && each.sequence <= projected())
        .slice(0, limit)
        .map(each => ({
          sequence: each.sequence,
          answerTo: each.answerTo,
          receipt: row(each),
        })),
    settle(sequence, letter) {
      const held = arrivals.find(each => each.sequence === sequence)
      if (held) held.isSettled = true
      if (!letter || letters.has(sequence)) return
      letters.set(sequence, { letter, attempts: 0, due: letter.at, isWaiting: true })
    },
    together: settling => settling(),
    dueLetters: (now, limit) =>
      [...letters]
        .filter(([, { isWaiting, due }]) => isWaiting && due <= now)
        .toSorted(([one, a], [other, b]) => compare(a.due, b.due) || one - other)
        .slice(0, limit)
        .map(([sequence, { letter, attempts }]): DueLetter => ({ ...letter, sequence, attempts })),
    lettersTo: (address, since) =>
      [...letters.values()].filter(({ letter }) => letter.to === address && letter.at >= since)
        .length,
    noteLetter(sequence, outcome) {
      const held = letters.get(sequence)
      if (!held) return
      held.attempts++
      held.isWaiting = outcome.kind === 'later'
      if (outcome.kind === 'later') held.due = outcome.at
    },
  }
}

type Waiting = { readonly letter: Letter; attempts: number; due: Instant; isWaiting: boolean }

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
