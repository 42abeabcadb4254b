import { Fault } from '@redalert/core'
import MimeNode from 'nodemailer/lib/mime-node'
import { wrap } from '../letter/wrap.ts'
import { separated } from '../letter/section.ts'
import type { Recipient, Sender } from '../notice/notice.ts'
import type { HeaderText } from '../safe/header-text.ts'
import { mailText } from '../safe/mail-text.ts'
import type { NoticesFaultCode } from '../safe/notice-faults.ts'
import type { WebLink } from '../safe/web-link.ts'
import { headersOf } from './headers.ts'
import type { Mail } from './mail.ts'
import type { Post } from './post.ts'

/** A mail that is no letter about machines: some paragraphs, lines that stay as they are, and links. */
export type Note = {
  readonly sender: Sender
  readonly recipient: Pick<Recipient, 'address' | 'language'>
  readonly subject: HeaderText
  readonly blocks: readonly NoteBlock[]
  readonly caseName?: HeaderText
  /** A page on which the reader says that they want no more of these. */
  readonly stop?: WebLink
}

export type NoteBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'links'; readonly links: readonly WebLink[] }

/** Makes a note one mail. It sends nothing, and the same arguments give the same bytes. */
export async function composeNote(note: Note, post: Post): Promise<Mail> {
  const { sender, recipient, subject, blocks } = note
  if (blocks.length === 0)
    throw new Fault<NoticesFaultCode>('bad-notice', 'A note without a word cannot be written.')
  const root = new MimeNode('text/plain; charset=utf-8', {
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  root.setContent(
    `${separated([...blocks.map(linesOf), closing(sender)])
      .map(bodyLine)
      .join('\r\n')}\r\n`,
  )
  const { name = '', address } = sender.mailbox
  root.setHeader('From', [{ name, address }])
  root.setHeader('To', [{ name: '', address: recipient.address }])
  if (post.replyTo) root.setHeader('Reply-To', [{ name: '', address: post.replyTo }])
  for (const [header, value] of headersOf(note, subject, post)) root.setHeader(header, value)
  return {
    messageId: post.messageId,
    subject,
    envelope: { from: post.returnTo ?? address, to: recipient.address },
    eml: await root.build(),
  }
}

function linesOf(block: NoteBlock): readonly string[] {
  switch (block.kind) {
    case 'text':
      return wrap(mailText(block.text))
    case 'lines':
      return block.lines.map(line => mailText(line))
    case 'links':
      return block.links
  }
}

function closing(sender: Sender): readonly string[] {
  const who = sender.kind === 'desk' ? [sender.organisation] : []
  return [...who.flatMap(line => wrap(mailText(line))), sender.mailbox.address]
}

function bodyLine(line: string): string {
  return line.startsWith('From ') || line === '.' ? ` ${line}` : line
}
