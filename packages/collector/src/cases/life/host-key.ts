import type { Source } from '@redalert/core'

/** By which a host is known. */
export function hostKey({
  source,
  family,
}: {
  readonly source: Source
  readonly family: string
}): string {
  return `${source} ${family}`
}
