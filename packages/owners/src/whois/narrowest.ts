import { growingRanges } from '../ranges/growing-ranges.ts'
import { compareKeys, keyOf } from '../ranges/key.ts'
import type { Range } from '../ranges/range.ts'

/** The narrowest of some ranges that all hold one address; of the same range, the one that came last. */
export function narrowest<Value extends { readonly range: Range }>(
  values: readonly Value[],
): Value | undefined {
  const [first] = values
  return first && growingRanges(values).covering(narrowStart(values))[0]
}

/** An address that all of them hold: the highest of their starts, since they hold one in common. */
function narrowStart(values: readonly { readonly range: Range }[]): Range['start'] {
  const starts = values.map(({ range }) => range.start)
  return starts.reduce((highest, start) => (isBehind(start, highest) ? start : highest))
}

function isBehind(one: Range['start'], other: Range['start']): boolean {
  return compareKeys(keyOf(one), keyOf(other)) > 0
}
