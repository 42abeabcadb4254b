import type { Coverage } from './coverage.ts'
import type { Hour } from './instant.ts'

/**
 * Adds what was told of a sensor to what was told before, in whatever order. Of two counts for an hour the larger holds: the
 * same lines may have been counted twice.
 */
export function addCoverage(
  all: Map<string, Coverage>,
  { sensor, hours, listens, signatures }: Coverage,
): void {
  const known = all.get(sensor)
  const most: Record<Hour, number> = { ...known?.hours }
  for (const [hour, lines] of Object.entries(hours) as [Hour, number][])
    most[hour] = Math.max(most[hour] ?? 0, lines)
  const addresses = [...new Set([...(known?.listens ?? []), ...(listens ?? [])])].toSorted()
  all.set(sensor, {
    sensor,
    hours: Object.fromEntries(
      Object.entries(most).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ),
    listens: addresses.length > 0 ? addresses : null,
    signatures: [known?.signatures ?? '', signatures].toSorted().at(-1) ?? signatures,
  })
}
