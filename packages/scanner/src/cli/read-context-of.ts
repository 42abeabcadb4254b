import type { Network, LogFormat, ReadContext, Zone } from '@redalert/core'

/** What the flags say about how lines are read. */
export type ReadingOptions = {
  readonly format: LogFormat | undefined
  readonly zone: Zone | undefined
  readonly clientFrom: string | undefined
  readonly trustedProxy: readonly Network[]
}

/** How lines are read, from the flags that every command for logs has. */
export function readContextOf({
  format,
  zone,
  clientFrom,
  trustedProxy,
}: ReadingOptions): ReadContext {
  return {
    ...(format && { format }),
    ...(zone && { zone }),
    ...(clientFrom !== undefined && { clientFrom: { header: clientFrom, trusted: trustedProxy } }),
  }
}
