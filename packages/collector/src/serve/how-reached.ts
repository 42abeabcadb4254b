import type { Config } from '../config/schema.ts'

/** The web address under which others reach a collector; that of this machine, while nobody else can. */
export function addressOf({ http }: Config): string | undefined {
  if (http.address !== undefined) return http.address
  const isHere = /^(?:127\.0\.0\.1|localhost|\[::1\]):[1-9]/.test(http.listen)
  return isHere ? `http://${http.listen}` : undefined
}

/** The mailbox that strangers may write to, when the configuration names its domain. */
export function mailboxOf({ smtp, imap }: Config): string | undefined {
  const [domain] = smtp.domains
  const [mailbox] = smtp.mailboxes
  const isOpen = smtp.listen !== 'off' || smtp.lmtp !== 'off' || imap !== undefined
  return isOpen && domain !== undefined && mailbox !== undefined
    ? `${mailbox}@${domain}`
    : undefined
}
