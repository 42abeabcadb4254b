import type { Source } from '@redalert/core'
import type { Clock } from './clock.ts'
import { clockSources } from './clock-sources.ts'
import { inferSkews, sensorKey, type Sight } from './infer-skews.ts'
import type { ToldHost } from './report.ts'
import { sightsOf } from './sights-of.ts'
import type { ToldCell } from './told-hosts.ts'

/** What is known of the clocks of all sensors, by what was told of the sources that several of them saw. */
export function clocksOf(
  told: readonly ToldHost[],
  cells: (source: Source) => readonly ToldCell[],
): readonly Clock[] {
  const sensors = new Map<string, Omit<Clock, 'skew'>>()
  const seen = function* (): Generator<readonly Sight[], void> {
    for (const source of clockSources(told)) {
      const sights = sightsOf(cells(source))
      for (const { submitter, sensor } of sights)
        sensors.set(sensorKey({ submitter, sensor }), { submitter, sensor })
      yield sights
    }
  }
  const skews = inferSkews(seen())
  return [...sensors]
    .flatMap(([key, sensor]) => {
      const skew = skews.get(key)
      return skew ? [{ ...sensor, skew }] : []
    })
    .toSorted((one, other) => (sensorKey(one) < sensorKey(other) ? -1 : 1))
}
