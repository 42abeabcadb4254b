import type { Coverage, SetApart, Source } from '@redalert/core'
import { emptyTally, type Tally } from '../tally.ts'

/** What is put together. */
export type Merged = {
  readonly tally: Tally
  readonly coverage: Map<string, Coverage>
  readonly zones: Set<string | null>
  /** What a scan set apart stays so, though not everyone knows why. */
  readonly setApart: Map<Source, SetApart>
  /** How long the scans took, one after the other. */
  seconds: number
}

export function emptyMerged(): Merged {
  return {
    tally: emptyTally(),
    coverage: new Map(),
    zones: new Set(),
    setApart: new Map(),
    seconds: 0,
  }
}
