import type { Instant } from '@redalert/core'
import type { Recipient } from '../spool/recipient.ts'
import type { KeyHint, Spooled } from '../spool/spooled.ts'
import { makeMails } from './mail/make-mails.ts'
import { makeSubmissions } from './make-submissions.ts'
import type { Prepared } from './prepare.ts'

export type Addressing = {
  readonly recipient: Recipient
  readonly key: KeyHint | null
  /** Who writes mails. */
  readonly from: string | undefined
  readonly writer: string
  readonly made: Instant
}

/** What was prepared, as its recipient takes it: submissions or mails. */
export function makeFor(prepared: Prepared, addressing: Addressing): readonly Spooled[] {
  const { recipient, key, from, writer, made } = addressing
  const to = recipient.text
  return recipient.kind === 'mail'
    ? makeMails(prepared, { to, address: recipient.address, from, made })
    : makeSubmissions(prepared, { to, key, made, writer })
}
