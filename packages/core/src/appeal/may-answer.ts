import { type Instant, secondsOf } from '../model/instant.ts'
import type { Appeal } from './appeal.ts'

/** What can be known of a log before it is read; null: nothing. */
export type LogSpan = {
  /** The time of its first line that has one. */
  readonly first: Instant | null
  /** The time of its last line, or when it was last written. */
  readonly last: Instant | null
}

/**
 * Whether a log may hold lines of the days of an appeal, so that it is worth reading. What is not known excludes
 * nothing, and a day is allowed for on either side: zones are misread, clocks are off, and a line is written when its
 * request ends.
 */
export function mayAnswer({ from, until }: Pick<Appeal, 'from' | 'until'>, log: LogSpan): boolean {
  const startsInTime = log.first === null || secondsOf(log.first) < secondsOf(until) + slack
  const endsInTime = log.last === null || secondsOf(log.last) >= secondsOf(from) - slack
  return startsInTime && endsInTime
}

const slack = 86_400
