import type { Instant } from '@redalert/core'
import type { Report, ToldHost } from './report.ts'

/** Where a host stands in a submitter's day: by when they first saw it, then by what it is. As text it sorts. */
export type HostPlace = string

type Limits = ReadonlyMap<string, HostPlace>

/** For every submitter who told of more new hosts on a day than they may, the last one of that day that counts. */
export function dailyLimits(
  told: Iterable<ToldHost>,
  quotaOf: (submitter: string) => number,
): ReadonlyMap<string, Limits> {
  const full = fullDays(countByDay(told), quotaOf)
  if (full.size === 0) return new Map()
  for (const host of told) {
    for (const report of host.reports) {
      full.get(report.submitter)?.get(dayOf(report.first))?.push(placeOf(host, report))
    }
  }
  const limits = new Map<string, Limits>()
  for (const [submitter, days] of full) {
    const last = quotaOf(submitter) - 1
    limits.set(
      submitter,
      new Map([...days].map(([day, places]) => [day, places.toSorted()[last] ?? ''])),
    )
  }
  return limits
}

/** Whether a report counts under the limits of who made it. */
export function isWithin(limits: Limits, host: ToldHost, report: Report): boolean {
  if (limits.size === 0) return true
  const limit = limits.get(dayOf(report.first))
  return limit === undefined || placeOf(host, report) <= limit
}

function placeOf({ source, family }: ToldHost, { first }: Report): HostPlace {
  return `${first} ${source} ${family}`
}

function dayOf(instant: Instant): string {
  return instant.slice(0, 10)
}

function countByDay(told: Iterable<ToldHost>): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>()
  for (const { reports } of told) {
    for (const { submitter, first } of reports) {
      let days = counts.get(submitter)
      if (!days) counts.set(submitter, (days = new Map()))
      const day = dayOf(first)
      days.set(day, (days.get(day) ?? 0) + 1)
    }
  }
  return counts
}

function fullDays(
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  quotaOf: (submitter: string) => number,
): ReadonlyMap<string, ReadonlyMap<string, HostPlace[]>> {
  const full = new Map<string, Map<string, HostPlace[]>>()
  for (const [submitter, days] of counts) {
    const quota = quotaOf(submitter)
    const over = [...days].filter(([, count]) => count > quota)
    if (over.length > 0) full.set(submitter, new Map(over.map(([day]) => [day, []])))
  }
  return full
}
