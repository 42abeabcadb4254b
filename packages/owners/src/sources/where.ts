import type { Address } from '@redalert/core'
import type { Delegations } from '../bulk/delegated.ts'
import type { Bootstrap } from '../registries/bootstrap.ts'

/** Which registry is asked first about an address. */
export type Where = (address: Address) => string | undefined

/** As the registries' statistics say, where they are loaded, for they know every move; else as IANA's list says. */
export function whereToAsk(bootstrap: Bootstrap, delegations?: Delegations): Where {
  return address => delegations?.find(address)?.registry ?? bootstrap.registryOf(address)
}
