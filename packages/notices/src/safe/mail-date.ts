import type { Instant } from '@redalert/core'

/** A moment as mails write it (RFC 5322): `Sat, 04 Aug 2001 14:08:55 +0000`. */
export function mailDate(at: Instant): string {
  return new Date(at).toUTCString().replace('GMT', '+0000')
}
