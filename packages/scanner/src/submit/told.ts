import type { Cell, Coverage } from '@redalert/core'

/** What an owner's logs showed, with the plain names of the servers: nothing of it has left the house. */
export type Told = {
  readonly cells: readonly Cell[]
  readonly coverage: readonly Coverage[]
  /** The zone by which local times were read. */
  readonly zone: string | null
  /** Evidence that does not show its cell, as after a line was changed by hand or with a family of one's own. */
  readonly unproven: number
}
