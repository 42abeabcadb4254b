import { join } from 'node:path'
import { readBeliefs } from '../store/sqlite/beliefs/read-beliefs.ts'
import type { Store } from '../store/store.ts'
import type { Metrics } from '../web/metrics.ts'

/** Shows an operator's programs how far what came was read, and how many clocks are off. */
export function gaugeStore(
  metrics: Pick<Metrics, 'gauge'>,
  store: Pick<Store, 'position'>,
  folder: string,
): void {
  metrics.gauge(
    'redalert_kept',
    'The number of the last arrival that is kept.',
    () => store.position().kept,
  )
  metrics.gauge(
    'redalert_projected',
    'The number of the last arrival that was read.',
    () => store.position().projected,
  )
  metrics.gauge(
    'redalert_skewed_sensors',
    'Sensors whose clock is off, by the sources that others saw too.',
    () => {
      using beliefs = readBeliefs(join(folder, 'beliefs.db'))
      return beliefs?.clocks().filter(({ skew }) => skew.kind === 'skewed').length ?? 0
    },
  )
}
