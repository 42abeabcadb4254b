import type { HeaderText } from '../safe/header-text.ts'
import type { MailAddress } from '../safe/mail-address.ts'
import type { MessageId } from '../safe/message-id.ts'

/** A mail as it goes out. */
export type Mail = {
  readonly messageId: MessageId
  readonly subject: HeaderText
  /** To whom it is handed over, and where bounces go. */
  readonly envelope: { readonly from: MailAddress; readonly to: MailAddress }
  /** The whole of it, lines ended by CR LF. */
  readonly eml: Uint8Array
}
