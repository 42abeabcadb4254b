import type { Source } from '@redalert/core'
import type { Owner } from '@redalert/owners'
import { mailboxKey } from '../cases/thread/mailbox-key.ts'
import type { Route } from '../policy/route.ts'
import { rulings } from '../policy/rulings.ts'
import type { Policy } from '../policy/schema.ts'

/** Which contact answers for each address that was looked up, and may know of it without a person; null: none. */
export function answerers(
  owners: ReadonlyMap<Source, Owner>,
  routes: ReadonlyMap<Source, Route>,
  policy: Policy,
): ReadonlyMap<Source, string | null> {
  const rulingOf = rulings(policy)
  const found = new Map<Source, string | null>()
  for (const [source, owner] of owners) {
    // What is looked up later says nothing yet.
    if (owner.kind === 'queued') continue
    const route = routes.get(source)
    const best = route?.owner[0]
    const isOpen =
      route !== undefined &&
      route.hold === undefined &&
      rulingOf({ source, country: route.country, asn: route.asn }) === 'tell'
    found.set(source, isOpen && best ? mailboxKey(best.mailbox) : null)
  }
  return found
}
