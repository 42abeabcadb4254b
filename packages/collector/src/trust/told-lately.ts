import { type Instant, instantOfSeconds, secondsOf } from '@redalert/core'
import type { ToldHost } from './report.ts'
import { type JudgeCells, type ToldCell, toldHosts } from './told-hosts.ts'

/**
 * The hosts that a source is by what was told of the days before it was last seen: what an address did long ago is no
 * second witness of what it does now, for meanwhile it may have become another machine's.
 */
export function toldLately(
  told: readonly ToldCell[],
  judged: JudgeCells,
  days: number,
): readonly ToldHost[] {
  const usable = told.filter(({ cell }) => cell.clock === 'known')
  const [some] = usable
  if (!some) return []
  const until = usable.reduce(
    (one, { cell }) => (cell.last > one ? cell.last : one),
    some.cell.last,
  )
  const from =
    instantOfSeconds(secondsOf(until) - days * 86_400) ?? ('1970-01-01T00:00:00Z' as Instant)
  return toldHosts(usable, judged, { from, until })
}
