import type { Instant } from '@redalert/core'
import { type KeyHint, type Spooled, spooled } from '../spool/spooled.ts'
import { parts } from './parts.ts'
import type { Prepared } from './prepare.ts'

export type Making = {
  readonly to: string
  readonly key: KeyHint | null
  readonly made: Instant
  readonly writer: string
}

/** The submissions to a collector's web address that hold what was prepared. */
export function makeSubmissions(
  { cells, coverage, zone }: Prepared,
  { to, key, made, writer }: Making,
): readonly Spooled[] {
  return parts(cells, coverage, { writer, zone }).map(part => {
    const sources = new Set(part.cells.map(({ source }) => source)).size
    const holds = { cells: part.cells.length, sources, hours: part.hours }
    return spooled({ to, key, made, holds }, part.text)
  })
}
