import { type Appeal, type Coverage, type Hour, hourOf, nextHour } from '@redalert/core'

/** One submitter's answer to an appeal, as far as it came. */
export type AppealAnswer = {
  readonly submitter: string
  /** The name under which they wish to be thanked; null: not at all. */
  readonly credit: string | null
  readonly coverage: readonly Coverage[]
}

/** How an appeal goes: for everybody to see, so that it names nobody who did not wish it and no address. */
export type AppealProgress = {
  readonly submitters: number
  readonly sensors: number
  readonly lines: number
  /** Each hour that was asked for: how many sensors, and how many lines were read. */
  readonly hours: readonly {
    readonly hour: Hour
    readonly sensors: number
    readonly lines: number
  }[]
  /** Sorted, each once. */
  readonly thanks: readonly string[]
}

/** Adds up the answers to an appeal. A sensor that was told of twice is one, with the more lines of the two. */
export function appealProgress(
  { from, until }: Pick<Appeal, 'from' | 'until'>,
  answers: Iterable<AppealAnswer>,
): AppealProgress {
  const hours = new Map<Hour, Map<string, number>>()
  for (let hour = hourOf(from); `${hour}:00:00Z` < until; hour = nextHour(hour)) {
    hours.set(hour, new Map())
  }
  const submitters = new Set<string>()
  const sensors = new Set<string>()
  const thanks = new Set<string>()
  for (const { submitter, credit, coverage } of answers) {
    submitters.add(submitter)
    if (credit !== null) thanks.add(credit)
    for (const { sensor, hours: read } of coverage) {
      const named = `${submitter} ${sensor}`
      for (const [hour, lines] of Object.entries(read) as [Hour, number][]) {
        const here = hours.get(hour)
        if (!here) continue
        sensors.add(named)
        here.set(named, Math.max(lines, here.get(named) ?? 0))
      }
    }
  }
  const counted = [...hours].map(([hour, read]) => ({
    hour,
    sensors: read.size,
    lines: [...read.values()].reduce((sum, lines) => sum + lines, 0),
  }))
  return {
    submitters: submitters.size,
    sensors: sensors.size,
    lines: counted.reduce((sum, { lines }) => sum + lines, 0),
    hours: counted,
    thanks: [...thanks].toSorted(),
  }
}
