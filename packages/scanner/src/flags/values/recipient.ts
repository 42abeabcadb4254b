import { parseRecipient, type Recipient } from '../../spool/recipient.ts'
import type { Value } from '../value.ts'

/** Where submissions go: a collector's web address, or its mailbox. */
export const recipient: Value<Recipient> = {
  shown: 'URL|mailto:ADDRESS',
  read(given) {
    const reading = parseRecipient(given)
    return 'wrong' in reading ? reading : { value: reading.recipient }
  },
}
