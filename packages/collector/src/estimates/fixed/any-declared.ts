import { hourOf, instantOfSeconds } from '@redalert/core'
import { type Belief, clockOf, type Outbreak } from './any-outbreak.ts'
import type { ContactHistory, ContactModel } from './contact-model.ts'
import { fixedFrom, judgeSilence } from './judge-silence.ts'
import { logGamma } from './log-gamma.ts'

/** What is known of each host until a day; contacts count as {@link contactHistory} counts them. */
export function historiesUntil(
  { hosts }: Outbreak,
  day: number,
  belief: Belief,
): readonly ContactHistory[] {
  return hosts.flatMap(({ seen }) => {
    const known = seen.filter(each => each <= day)
    const history = { first: known[0] ?? 0, last: known.at(-1) ?? 0 }
    return known.length > 0 ? [{ ...history, contacts: counted(known, belief) }] : []
  })
}

function counted(seen: readonly number[], belief: Belief): number {
  return Math.max(seen.filter(day => isCounted(day, belief)).length, 1)
}

function isCounted(day: number, belief: Belief): boolean {
  const hour = Math.floor(day * 24)
  const known = counting.get(belief) ?? new Map<number, boolean>()
  counting.set(belief, known)
  const before = known.get(hour)
  if (before !== undefined) return before
  const counts = belief(hourOf(instantOfSeconds(hour * 3600)!))
  known.set(hour, counts)
  return counts
}

/** There are millions of contacts in a few hundred hours. */
const counting = new Map<Belief, Map<number, boolean>>()

/** How many hosts are declared fixed when all are looked at daily, and how many of them are. */
export type Declared = { readonly declared: number; readonly right: number; readonly hosts: number }

/** Declares each host at the first daily look that says fixed. */
export function declareDaily(
  { hosts, coverages, from, days }: Outbreak,
  model: ContactModel,
  belief: Belief,
): Declared {
  const clock = clockOf({ coverages }, belief)
  let [declared, right] = [0, 0]
  for (const { seen, cleaned } of hosts) {
    const day = firstFixed(seen, { end: from + days, belief }, (history, now) => {
      const host = { history, address: 'static', isMemoryOnly: false, claimed: undefined } as const
      return judgeSilence(host, { model, clock, now }).verdict === 'fixed'
    })
    if (day === undefined) continue
    declared++
    if (cleaned <= day) right++
  }
  return { declared, right, hosts: hosts.length }
}

/** The first whole day at which one is fixed: a silence only ever says more the longer it lasts. */
function firstFixed(
  seen: readonly number[],
  { end, belief }: { readonly end: number; readonly belief: Belief },
  isFixed: (history: ContactHistory, now: number) => boolean,
): number | undefined {
  let contacts = 0
  for (const [index, last] of seen.entries()) {
    if (isCounted(last, belief)) contacts++
    const history = { first: seen[0]!, last, contacts: Math.max(contacts, 1) }
    let [low, high] = [Math.ceil(last), Math.floor(seen[index + 1] ?? end)]
    if (high < low || !isFixed(history, high)) continue
    while (low < high) {
      const middle = (low + high) >> 1
      if (isFixed(history, middle)) high = middle
      else low = middle + 1
    }
    return low
  }
  return undefined
}

/** The chance to be right so seldom, or more seldom, if each one is right with the promised probability (exact binomial). */
export function chanceOfSoFew({ declared, right }: Declared): number {
  let sum = 0
  const logChoose = (k: number) =>
    logGamma(declared + 1) - logGamma(k + 1) - logGamma(declared - k + 1)
  for (let k = right; k >= 0; k--) {
    const term = Math.exp(
      logChoose(k) + k * Math.log(fixedFrom) + (declared - k) * Math.log(1 - fixedFrom),
    )
    sum += term
    if (term < sum * 1e-12) break
  }
  return Math.min(sum, 1)
}
