/** Counters and gauges, as Prometheus reads them (text format 0.0.4). */
export type Metrics = {
  readonly count: (name: string, labels?: Readonly<Record<string, string>>, by?: number) => void
  /** A value that is asked for when somebody reads. */
  readonly gauge: (name: string, help: string, read: () => number) => void
  readonly text: () => string
}

/** Begins to count. Every counter is named in `counters`, with what it counts. */
export function startMetrics(counters: Readonly<Record<string, string>>): Metrics {
  const counts = new Map<string, Map<string, number>>(
    Object.keys(counters).map(name => [name, new Map()]),
  )
  const gauges = new Map<string, { readonly help: string; readonly read: () => number }>()
  return {
    count(name, labels = {}, by = 1) {
      const series = counts.get(name)
      const key = labelText(labels)
      series?.set(key, (series.get(key) ?? 0) + by)
    },
    gauge(name, help, read) {
      gauges.set(name, { help, read })
    },
    text() {
      const lines: string[] = []
      for (const [name, series] of counts) {
        lines.push(`# HELP ${name} ${counters[name] ?? ''}`, `# TYPE ${name} counter`)
        if (series.size === 0) lines.push(`${name} 0`)
        for (const [labels, value] of series) lines.push(`${name}${labels} ${value}`)
      }
      for (const [name, { help, read }] of gauges) {
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${read()}`)
      }
      return `${lines.join('\n')}\n`
    },
  }
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replaceAll(/[\\"\n]/g, '_')}"`,
  )
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
