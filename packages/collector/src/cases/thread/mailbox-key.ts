/**
 * By what a mailbox is known, however it is spelled: whoever names one mailbox in ten thousand spellings still names one.
 * Only for counting and comparing; letters go to what the registry says.
 */
export function mailboxKey(mailbox: string): string {
  const text = mailbox.trim().toLowerCase()
  const at = text.lastIndexOf('@')
  if (at < 1) return text
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
  const plus = local.indexOf('+')
  const bare = plus > 0 ? local.slice(0, plus) : local
  return dotless.has(domain) ? `${bare.replaceAll('.', '')}@gmail.com` : `${bare}@${domain}`
}

/** Where a dot in the name means nothing. */
const dotless = new Set(['gmail.com', 'googlemail.com'])
