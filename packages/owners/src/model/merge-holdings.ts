import { holds, type Range } from '../ranges/range.ts'
import type { Holding } from './holding.ts'

/** What two sources say of the same address, as one: the narrower range counts, and every mailbox is kept, the first source's first. */
export function mergeHoldings(first: Holding | undefined, second: Holding): Holding {
  if (!first) return second
  const [narrow, wide] = lies(first.range, second.range) ? [first, second] : [second, first]
  return {
    ...wide,
    ...narrow,
    source: second.source,
    clues: [...first.clues, ...second.clues],
    asked: [...new Set([...first.asked, ...second.asked])],
    settled: first.settled || second.settled,
  }
}

function lies(inner: Range, outer: Range): boolean {
  return holds(outer, inner.start) && holds(outer, inner.end)
}
