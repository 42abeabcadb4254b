import { Fault } from '@redalert/core'
import MimeNode from 'nodemailer/lib/mime-node'
import { writeLetter } from '../letter/letter.ts'
import type { Notice } from '../notice/notice.ts'
import type { NoticesFaultCode } from '../safe/notice-faults.ts'
import type { MailAddress } from '../safe/mail-address.ts'
import type { Mailbox } from '../safe/mailbox.ts'
import { feedbackReport } from '../xarf/feedback-report.ts'
import { writeXarf } from '../xarf/xarf.ts'
import { headersOf } from './headers.ts'
import type { Mail } from './mail.ts'
import { attachedOf, type Part, partsOf } from './parts.ts'
import type { Post } from './post.ts'

/** Makes a notice one mail, in the recipient's form. It sends nothing, and the same arguments give the same bytes. */
export async function compose(notice: Notice, post: Post): Promise<Mail> {
  if (!/^[A-Za-z0-9]{16,64}$/.test(post.boundary)) {
    throw new Fault<NoticesFaultCode>(
      'bad-header',
      'A boundary is made of 16 to 64 letters and digits.',
    )
  }
  const { sender, recipient } = notice
  const parts = partsOf(notice)
  const letter = writeLetter(notice, attachedOf(parts))
  const subject = post.subject ?? letter.subject
  const root =
    recipient.form === 'xarf'
      ? reportNode(notice, letter.text, parts, post)
      : letterNode(letter.text, parts, post)
  root.setHeader('From', [addressed(sender.mailbox)])
  root.setHeader('To', [addressed(recipient)])
  if (post.replyTo) root.setHeader('Reply-To', [addressed({ address: post.replyTo })])
  for (const [name, value] of headersOf(notice, subject, post)) root.setHeader(name, value)
  return {
    messageId: post.messageId,
    subject,
    envelope: { from: post.returnTo ?? sender.mailbox.address, to: recipient.address },
    eml: await root.build(),
  }
}

function letterNode(text: string, parts: readonly Part[], post: Post): MimeNode {
  if (parts.length === 0) return textInto(rootNode('text/plain; charset=utf-8', post), text)
  const root = rootNode('multipart/mixed', post)
  textInto(root.createChild('text/plain; charset=utf-8'), text)
  for (const part of parts) fileInto(root, part)
  return root
}

/** The envelope that XARF borrows from RFC 5965: the letter, the fields for programs, the report. */
function reportNode(notice: Notice, text: string, parts: readonly Part[], post: Post): MimeNode {
  const [host, ...others] = notice.hosts
  if (!host || others.length > 0) {
    throw new Fault<NoticesFaultCode>(
      'bad-notice',
      'An XARF mail holds one machine: split the notice first.',
    )
  }
  const root = rootNode('multipart/report; report-type=feedback-report', post)
  textInto(root.createChild('text/plain; charset=utf-8'), text)
  root.createChild('message/feedback-report').setContent(feedbackReport(writeXarf(host, notice)))
  for (const part of parts) fileInto(root, part)
  return root
}

function rootNode(type: string, { boundary }: Post): MimeNode {
  return new MimeNode(type, {
    baseBoundary: boundary,
    boundaryPrefix: '=_redalert',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

function textInto(node: MimeNode, text: string): MimeNode {
  return node.setContent(text.replaceAll('\n', '\r\n'))
}

function fileInto(root: MimeNode, { name, type, content }: Part): void {
  root
    .createChild(type, { filename: name })
    .setHeader('Content-Transfer-Encoding', 'base64')
    .setContent(Buffer.from(content))
}

/** As an object, and never as text that is taken apart again. */
function addressed({
  name,
  address,
}: Mailbox | { readonly name?: never; readonly address: MailAddress }) {
  return { name: name ?? '', address }
}
