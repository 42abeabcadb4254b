import { Fault } from '@redalert/core'
import type MimeNode from 'nodemailer/lib/mime-node'
import { writeLetter } from '../letter/letter.ts'
import type { Notice } from '../notice/notice.ts'
import type { NoticesFaultCode } from '../safe/notice-faults.ts'
import { feedbackReport } from '../xarf/feedback-report.ts'
import { writeXarf } from '../xarf/xarf.ts'
import { closeMail } from './close-mail.ts'
import type { Mail } from './mail.ts'
import { rootNode, textInto } from './mime-nodes.ts'
import { attachedOf, type Part, partsOf } from './parts.ts'
import type { Post } from './post.ts'

/** Makes a notice one mail, in the recipient's form. It sends nothing, and the same arguments give the same bytes. */
export async function compose(notice: Notice, post: Post): Promise<Mail> {
  const { recipient } = notice
  const parts = partsOf(notice)
  const letter = writeLetter(notice, attachedOf(parts))
  const subject = post.subject ?? letter.subject
  const root =
    recipient.form === 'xarf'
      ? reportNode(notice, letter.text, parts, post)
      : letterNode(letter.text, parts, post)
  return await closeMail(root, { ...notice, subject, post })
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

function fileInto(root: MimeNode, { name, type, content }: Part): void {
  root
    .createChild(type, { filename: name })
    .setHeader('Content-Transfer-Encoding', 'base64')
    .setContent(Buffer.from(content))
}
