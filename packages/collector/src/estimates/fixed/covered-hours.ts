import type { Coverage, Hour } from '@redalert/core'

/** How many addresses listened in each hour: those of every sensor that read a line in it, one where a sensor did not say. */
export function coveredHours(coverages: readonly Coverage[]): ReadonlyMap<Hour, number> {
  const most = new Map<string, Map<string, number>>()
  for (const { sensor, hours, listens } of coverages) {
    const told = most.get(sensor) ?? new Map<string, number>()
    most.set(sensor, told)
    const addresses = Math.max(listens?.length ?? 1, 1)
    for (const [hour, lines] of Object.entries(hours)) {
      // The same hour may be told twice, as parts of one log are.
      if (lines > 0) told.set(hour, Math.max(told.get(hour) ?? 0, addresses))
    }
  }
  const covered = new Map<Hour, number>()
  for (const told of most.values()) {
    for (const [hour, addresses] of told) {
      covered.set(hour as Hour, (covered.get(hour as Hour) ?? 0) + addresses)
    }
  }
  return covered
}
