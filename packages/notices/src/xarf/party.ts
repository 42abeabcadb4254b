import type { Sender } from '../notice/notice.ts'
import { organisationOf } from '../notice/organisation-of.ts'
import { domainOf } from '../safe/mail-address.ts'
import type { XarfParty } from './report.ts'

/** The one who reports. */
export function partyOf(sender: Sender): XarfParty {
  const { address } = sender.mailbox
  return { org: organisationOf(sender).slice(0, 200), contact: address, domain: domainOf(address) }
}
