import type { Sender } from './notice.ts'

/** The name under which a sender speaks: the desk's, or the person's. */
export function organisationOf(sender: Sender): string {
  if (sender.kind === 'desk') return sender.organisation
  return sender.mailbox.name ?? sender.mailbox.address
}
