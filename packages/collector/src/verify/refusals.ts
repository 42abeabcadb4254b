import { type UnreadReason, unreadReasons } from '@redalert/core'

/** Why a unit is not taken. */
export type RefusalReason = UnreadReason | keyof typeof ownReasons

const ownReasons = {
  'private-source':
    'its source is a private address: one of your own machines, or a proxy in front of the server',
  'own-address': 'its source is an address that your own server listens on',
  'impossible-source': 'its source is an address that no machine on the Internet has',
  'name-source':
    'its source is a host name, and names can be forged by whoever owns the address: log addresses',
  'proxy-front':
    'its source sends most of this log: log the real client that your proxy or load balancer names',
  future: 'its time lies in the future: set the clock, or say the zone',
  'clock-assumed': 'its time is local and nobody said the zone: send it again with the zone',
  'bad-time': 'its times are none, or lie outside its hour',
  'evidence-unread': 'its evidence is no line that can be read',
  'evidence-source': 'its evidence shows another source',
  'evidence-hour': 'its evidence shows another hour',
  'evidence-mark': 'its evidence does not show the mark',
  'bad-source': 'its source is neither an address nor a host name in its one spelling',
  'bad-identities': 'its identities are not ascending, each once',
  'ambiguous-line': 'it was broken on its way, and can be put together in two ways',
  'link-rewritten':
    'a mail filter put its own link in the place of an address: send the log as an attachment',
  'too-long': 'it is longer than any server logs',
  'not-read': 'what it came in could not be read',
} as const

/** What each reason means, as a sentence about the unit. */
export const refusalReasons: Readonly<Record<RefusalReason, string>> = {
  ...unreadReasons,
  ...ownReasons,
}
