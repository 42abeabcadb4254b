import type { Source } from '@redalert/core'
import type { Wishes } from './wishes.ts'

/** Whether an address changes hands, as its owner says: what was seen of it is then no one machine's. */
export function inPool({ pool }: Wishes, source: Source): boolean {
  return pool.all !== pool.but.includes(source)
}
