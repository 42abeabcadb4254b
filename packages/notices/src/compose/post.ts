import type { Instant } from '@redalert/core'
import type { HeaderText } from '../safe/header-text.ts'
import type { MailAddress } from '../safe/mail-address.ts'
import type { MessageId } from '../safe/message-id.ts'

/** What a mail needs beside what it says. Whoever keeps it gets the same mail again, byte for byte. */
export type Post = {
  readonly date: Instant
  readonly messageId: MessageId
  /** Unguessable letters and digits, so that nothing inside the mail looks like the end of a part. */
  readonly boundary: string
  /** Where bounces go; the sender's own address where not given. */
  readonly returnTo?: MailAddress
  readonly replyTo?: MailAddress
  /** The mails of the case so far, the first one first. */
  readonly thread?: readonly MessageId[]
  /** The subject that the first mail of the thread had: it never changes within one. */
  readonly subject?: HeaderText
  /** `by-hand`: a draft that a person opens and sends; else what tells programs that a program sent it. */
  readonly manner: { readonly kind: 'by-hand' } | Automatic
}

/** How mail that a program sends says so, and how it is stopped. */
export type Automatic = {
  readonly kind: 'automatic'
  /** `redalert notices <notices.example.org>` */
  readonly list: HeaderText
  /** Where a mail that says stop goes. */
  readonly stopTo: MailAddress
  /** By which providers tell their complaints apart. */
  readonly feedbackId?: HeaderText
}
