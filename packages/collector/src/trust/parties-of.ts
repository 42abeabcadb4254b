import { freeMailProvider, mailParty } from './mail-party.ts'
import { networkParties, type Networks } from './network-parties.ts'
import type { Party } from './party.ts'
import type { Submitter } from './submitter.ts'

/** Of whom nothing at all is known. */
const nobody: Party = 'unknown'

/**
 * The parties that speak with a submitter's mouth, first those that are proven. More of them never make a word count
 * more, so that what somebody claims of their own servers can only lower it. `known`: by a history, or because the
 * operator vouches.
 */
export function partiesOf(
  submitter: Submitter,
  networks: Networks,
  { known }: { readonly known: boolean },
): readonly Party[] {
  const { kind, batch, listens } = submitter
  if (kind === 'own' || kind === 'anonymous') return [kind]
  const partiesAt = (addresses: Submitter['listens']) =>
    addresses.flatMap(address => networkParties(address, networks))
  const proven = partiesAt(senders(submitter, known))
  if (kind === 'mail') proven.unshift(mailParty(mailAddress(submitter), { known }))
  if (batch !== null) proven.unshift(`batch:${batch}`)
  if (proven.length === 0) proven.push(nobody)
  return [...new Set([...proven, ...partiesAt(listens)])]
}

/** The hosts that tell who sends. Those of a mail service tell who serves: nothing new of free mail, and nothing of an address that is known. */
function senders(submitter: Submitter, known: boolean): Submitter['sentFrom'] {
  if (submitter.kind !== 'mail') return submitter.sentFrom
  const isServed = known || freeMailProvider(mailAddress(submitter)) !== undefined
  return isServed ? [] : submitter.sentFrom
}

function mailAddress({ name }: Submitter): string {
  return name.startsWith('mailto:') ? name.slice('mailto:'.length) : name
}
