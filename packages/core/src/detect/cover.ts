import { commonness } from './commonness.ts'
import type { Window } from './windows.ts'

/** What a window costs to look for even if no log ever holds it. */
const slot = 0.000_05

/** Few and rare windows such that each literal, given by all of its windows, has one among them: greedy set cover. */
export function cover(literals: readonly (readonly Window[])[]): Window {
  const chosen = new Set<string>()
  const escaped = new Set<number>()
  let left = literals.filter(windows => !isCovered(windows, chosen))
  while (left.length > 0) {
    const best = bestWindow(left, chosen)
    for (const text of best.texts) chosen.add(text)
    for (const byte of best.escaped) escaped.add(byte)
    left = left.filter(windows => !isCovered(windows, chosen))
  }
  return { texts: [...chosen].toSorted(), escaped: [...escaped] }
}

/** What it costs to look for the cheapest window of a literal. */
export function costOf(windows: readonly Window[]): number {
  return Math.min(...windows.map(window => priceOf(window, new Set())))
}

function isCovered(windows: readonly Window[], chosen: ReadonlySet<string>): boolean {
  return windows.some(window => window.texts.every(text => chosen.has(text)))
}

function bestWindow(left: readonly (readonly Window[])[], chosen: ReadonlySet<string>): Window {
  const uses = new Map<string, { readonly window: Window; count: number }>()
  for (const windows of left) {
    for (const [key, window] of new Map(windows.map(window => [window.texts.join('\n'), window]))) {
      const known = uses.get(key)
      if (known) known.count++
      else uses.set(key, { window, count: 1 })
    }
  }
  let best: Window = { texts: [], escaped: [] }
  let bestPrice = Number.POSITIVE_INFINITY
  for (const { window, count } of uses.values()) {
    const price = priceOf(window, chosen) / count
    if (price < bestPrice) [best, bestPrice] = [window, price]
  }
  return best
}

function priceOf(window: Window, chosen: ReadonlySet<string>): number {
  let price = 0
  for (const text of window.texts) if (!chosen.has(text)) price += slot + commonness(text)
  return price
}
