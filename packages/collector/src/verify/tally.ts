import type { Account, Refused } from '@redalert/core'
import { type RefusalReason, refusalReasons } from './refusals.ts'

/** Counts what becomes of each unit of an arrival; every unit is counted once. */
export type Tally = {
  readonly accept: (isDuplicate: boolean) => void
  readonly pass: (as: 'other' | 'skipped' | 'contacts') => void
  readonly refuse: (reason: RefusalReason, number: number) => void
  readonly counts: () => Counts
}

export type Counts = Pick<
  Account,
  'units' | 'accepted' | 'duplicates' | 'other' | 'skipped' | 'contacts' | 'refused'
>

/** So many stretches of numbers are told for each reason; the count is always whole. */
const mostStretches = 200

/** Begins to count. */
export function tally(): Tally {
  const count = { accepted: 0, duplicates: 0, other: 0, skipped: 0, contacts: 0 }
  const refused = new Map<RefusalReason, { count: number; numbers: [number, number][] }>()
  return {
    accept(isDuplicate) {
      count.accepted++
      if (isDuplicate) count.duplicates++
    },
    pass(as) {
      count[as]++
    },
    refuse(reason, number) {
      const held = refused.get(reason) ?? { count: 0, numbers: [] }
      refused.set(reason, held)
      held.count++
      const last = held.numbers.at(-1)
      if (last?.[1] === number - 1) last[1] = number
      else if (held.numbers.length < mostStretches) held.numbers.push([number, number])
    },
    counts() {
      const list = [...refused]
        .map(([reason, held]): Refused => ({ reason, because: refusalReasons[reason], ...held }))
        .toSorted((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1))
      const sum = list.reduce((units, each) => units + each.count, 0)
      const { accepted, other, skipped, contacts } = count
      return { ...count, units: sum + accepted + other + skipped + contacts, refused: list }
    },
  }
}
