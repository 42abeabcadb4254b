import { type Grade, type Instant, instantOfSeconds } from '@redalert/core'
import type { Report, Submitter } from '@redalert/collector/trust'
import type { Sight } from './sightings.ts'

/** A report, when it was seen, and when it reached the collector, in seconds since 1970. */
export type WorldReport = Report & { readonly seen: number; readonly told: number }

/** Makes reports of what the submitters of a world saw. */
export function worldReports({
  submitters,
  start,
  days,
  sendEveryHours,
}: {
  readonly submitters: readonly Submitter[]
  readonly start: number
  readonly days: number
  readonly sendEveryHours: number
}): (sight: Sight, grade: Grade) => WorldReport {
  const minutes = Array.from(
    { length: days * 1440 + 1 },
    (_, minute) => instantOfSeconds(start + minute * 60) as Instant,
  )
  const instantAt = (at: number) => minutes[Math.floor(at / 60)] as Instant
  const every = sendEveryHours * 3600
  return ({ by, first, last }, grade) => ({
    submitter: submitters[by]?.name ?? '',
    grade,
    first: instantAt(first),
    last: instantAt(last),
    seen: start + first,
    told: start + (Math.floor(first / every) + 1) * every,
  })
}
