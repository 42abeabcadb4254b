import type { Source } from '@redalert/core'
import type { Owner } from '@redalert/owners'
import type { HostLife } from '../cases/life/host-life.ts'
import { mailboxKey } from '../cases/thread/mailbox-key.ts'
import { inPool } from '../wishes/in-pool.ts'
import type { Wishes } from '../wishes/wishes.ts'

/** The owner in whose pool a host is, because the owner or the operator said that these addresses move; undefined where nobody did. */
export function poolsOf(
  wishesOf: (contact: string) => Wishes,
  owners: ReadonlyMap<Source, Owner>,
): (host: HostLife) => string | undefined {
  return ({ source, told }) => {
    const owner = owners.get(source)
    const found = owner?.kind === 'owner' ? owner : undefined
    const contact = told.owner?.contact ?? (found && mailboxKey(found.contact.mailbox))
    if (contact === undefined) return undefined
    const isDynamic =
      inPool(wishesOf(contact), source) || found?.preferences?.addresses === 'dynamic'
    return isDynamic ? contact : undefined
  }
}
