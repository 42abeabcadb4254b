import type { Source } from '@redalert/core'
import type { Owner } from '@redalert/owners'
import type { CaseBook } from '../cases/book/case-book.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import { mailboxKey } from '../cases/thread/mailbox-key.ts'

/** The owner in whose pool a host is, because the owner or the operator said that these addresses move; undefined where nobody did. */
export function poolsOf(
  book: Pick<CaseBook, 'case'>,
  owners: ReadonlyMap<Source, Owner>,
): (host: HostLife) => string | undefined {
  return ({ source, told }) => {
    const owner = owners.get(source)
    const found = owner?.kind === 'owner' ? owner : undefined
    const contact = told.owner?.contact ?? (found && mailboxKey(found.contact.mailbox))
    if (contact === undefined) return undefined
    const isDynamic =
      book.case(contact)?.isDynamic === true || found?.preferences?.addresses === 'dynamic'
    return isDynamic ? contact : undefined
  }
}
