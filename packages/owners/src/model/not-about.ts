import type { Address } from '@redalert/core'
import type { Found } from './found.ts'

/** A registry was asked, and what came does not tell who holds the address. */
export function notAbout(asked: Address, registry: string): Found {
  return {
    kind: 'nothing',
    reason: `what ${registry} answered does not speak of ${asked}`,
    asked: true,
  }
}

/** A registry was asked, and says that the address is not its own. */
export function notManaged(
  asked: Address,
  { registry, name }: { registry: string; name: string | undefined },
): Found {
  return {
    kind: 'nothing',
    reason: `${registry} does not manage ${asked} (${name ?? 'unnamed'})`,
    asked: true,
  }
}
