import { isPlainMail, quotedPrintable } from './quoted-printable.ts'

export type MailHead = {
  readonly to: string
  readonly from: string | undefined
  readonly subject: string
}

/**
 * A mail as people wrote it in 2001: the lines are its text. The mail system that takes it adds a date and a number of
 * its own, so that the same lines are the same mail.
 */
export function writeMail({ to, from, subject }: MailHead, text: string): string {
  const isPlain = isPlainMail(text)
  const headers = [
    ...(from === undefined ? [] : [`From: ${from}`]),
    `To: ${to}`,
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    `Content-Type: text/plain; charset=${isPlain ? 'us-ascii' : 'utf-8'}`,
    `Content-Transfer-Encoding: ${isPlain ? '7bit' : 'quoted-printable'}`,
  ]
  const body = isPlain ? text.replaceAll('\n', '\r\n') : quotedPrintable(text)
  return `${headers.join('\r\n')}\r\n\r\n${body}`
}
