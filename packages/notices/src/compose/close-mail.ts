import { Fault } from '@redalert/core'
import type MimeNode from 'nodemailer/lib/mime-node'
import type { Sender } from '../notice/notice.ts'
import type { HeaderText } from '../safe/header-text.ts'
import type { MailAddress } from '../safe/mail-address.ts'
import type { Mailbox } from '../safe/mailbox.ts'
import type { NoticesFaultCode } from '../safe/notice-faults.ts'
import { type Headed, headersOf } from './headers.ts'
import type { Mail } from './mail.ts'
import type { Post } from './post.ts'

/** Puts the headers over the parts of a mail, and makes it bytes. */
export async function closeMail(
  root: MimeNode,
  mail: Headed & {
    readonly sender: Sender
    readonly recipient: { readonly address: MailAddress }
    readonly subject: HeaderText
    readonly post: Post
  },
): Promise<Mail> {
  const { sender, recipient, subject, post } = mail
  if (!/^[A-Za-z0-9]{16,64}$/.test(post.boundary)) {
    throw new Fault<NoticesFaultCode>(
      'bad-header',
      'A boundary is made of 16 to 64 letters and digits.',
    )
  }
  root.setHeader('From', [addressed(sender.mailbox)])
  root.setHeader('To', [addressed(recipient)])
  if (post.replyTo) root.setHeader('Reply-To', [addressed({ address: post.replyTo })])
  for (const [name, value] of headersOf(mail, subject, post)) root.setHeader(name, value)
  return {
    messageId: post.messageId,
    subject,
    envelope: { from: post.returnTo ?? sender.mailbox.address, to: recipient.address },
    eml: await root.build(),
  }
}

/** As an object, and never as text that is taken apart again. */
function addressed({
  name,
  address,
}: Mailbox | { readonly name?: never; readonly address: MailAddress }) {
  return { name: name ?? '', address }
}
