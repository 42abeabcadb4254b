import { type Instant, secondsOf } from '@redalert/core'
import { namedSpan } from './named-span.ts'

/** The time that a person asks for; a side that is not given has no end. */
export type Wanted = { readonly since?: Instant | undefined; readonly until?: Instant | undefined }

/** Room for zones, clocks that are wrong, and names by local time: two days. */
const margin = 2 * 86_400

/** Older than any web server's log: a time of modification that some packer made up. */
const firstLog = Date.UTC(1994, 0, 1) / 1000

/**
 * Whether a file can hold lines of the time asked for, so that `--since` and `--until` need not open every file. It
 * says no only when its name or the time of its last change prove it: nothing is written behind the last line.
 */
export function mayHold(
  fileName: string,
  modified: Instant | undefined,
  { since, until }: Wanted,
): boolean {
  const span = namedSpan(
    fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1),
  )
  const changed = modified && believable(modified, span?.from) ? modified : undefined
  return !(before(span?.to, since) || before(changed, since) || before(until, span?.from))
}

/** A file cannot have been changed last before the time that it holds. */
function believable(modified: Instant, from: Instant | undefined): boolean {
  return secondsOf(modified) >= firstLog && !before(modified, from)
}

function before(one: Instant | undefined, other: Instant | undefined): boolean {
  return one !== undefined && other !== undefined && secondsOf(one) + margin < secondsOf(other)
}
