import type { Instant } from '@redalert/core'
import type { HostLife } from './host-life.ts'
import { rungs } from './rung.ts'

/** When anybody was last told of a host in this round. */
export function lastTold({ told }: HostLife): Instant | undefined {
  let last: Instant | undefined
  for (const rung of rungs) {
    const at = told[rung]?.at
    if (at !== undefined && (last === undefined || at > last)) last = at
  }
  return last
}
