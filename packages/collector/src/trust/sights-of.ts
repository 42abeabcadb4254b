import { type Sight, sensorKey } from './infer-skews.ts'
import type { ToldCell } from './told-hosts.ts'

/** When each sensor saw a source, by what was told of it; a clock that is only assumed tells nothing of clocks. */
export function sightsOf(told: readonly ToldCell[]): readonly Sight[] {
  const sights = new Map<string, Sight>()
  for (const { submitter, cell } of told) {
    const { sensor, clock, first, last } = cell
    if (clock !== 'known') continue
    const key = sensorKey({ submitter, sensor })
    const seen = sights.get(key) ?? { submitter, sensor, first, last }
    sights.set(key, {
      ...seen,
      first: first < seen.first ? first : seen.first,
      last: last > seen.last ? last : seen.last,
    })
  }
  return [...sights.values()]
}
