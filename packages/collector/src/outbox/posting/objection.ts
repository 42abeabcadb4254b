import { noteStage } from '../../letterbox.ts'
import type { Case } from '../../cases/thread/case.ts'

/** Why nothing is sent to a contact, whatever was let go before; undefined when nothing speaks against it. */
export function objection(known: Case | undefined, stage = ''): string | undefined {
  // A mail that they asked for tells them nothing that they dispute.
  if (noteStage({ stage }) !== undefined && known?.state !== 'opted-out') return undefined
  switch (known?.state) {
    case 'opted-out':
      return 'They want no mail.'
    case 'disputed':
      return 'They say that we are wrong: a person looks into it first.'
    case 'undeliverable':
      return 'Mail to them does not arrive.'
    case 'open':
    case 'told':
    case 'waiting':
    case 'closed':
    case undefined:
      return undefined
  }
}
