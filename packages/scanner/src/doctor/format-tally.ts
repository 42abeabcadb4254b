import {
  type EntryReading,
  type Field,
  isHostName,
  type LogFormat,
  contains,
  privateNetworks,
} from '@redalert/core'
import type { FormatSeen } from './examined.ts'

/** Very many clients are as good as countless. */
const mostSources = 100

/** Counts what the entries of one format hold. */
export type FormatTally = {
  readonly add: (reading: EntryReading) => void
  readonly seen: () => FormatSeen
}

/** Begins to count. */
export function formatTally(format: LogFormat): FormatTally {
  const places = new Map<Field, number>()
  const filled = new Map<Field, number>()
  const sources = new Set<string>()
  const counts = { entries: 0, ports: 0, assumed: 0, monthGuessed: 0, names: 0, privates: 0 }
  return {
    add({ entry, record, located: { spans }, monthGuessed }) {
      counts.entries++
      if (entry.port !== undefined) counts.ports++
      if (entry.clock === 'assumed') counts.assumed++
      if (monthGuessed) counts.monthGuessed++
      const { source } = entry
      if (isHostName(source)) counts.names++
      else if (privateNetworks.some(network => contains(network, source))) counts.privates++
      if (sources.size < mostSources) sources.add(source)
      const { extra: _, ...named } = spans
      for (const [field, [start, end]] of Object.entries(named) as [Field, [number, number]][]) {
        count(places, field)
        if (end > start && record.slice(start, end) !== '-') count(filled, field)
      }
    },
    seen: () => ({ format, ...counts, places, filled, sources }),
  }
}

function count(counts: Map<Field, number>, field: Field): void {
  counts.set(field, (counts.get(field) ?? 0) + 1)
}
