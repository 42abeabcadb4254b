import type { Account, Coverage } from '@redalert/core'
import type { PackedCells } from './pack-cells.ts'

/** What one arrival told, read and verified. */
export type Told = {
  /** What was found in it; its hosts and its duplicates of earlier arrivals are for the store to count. */
  readonly account: Account
  readonly cells: PackedCells
  readonly coverage: readonly Coverage[]
}
