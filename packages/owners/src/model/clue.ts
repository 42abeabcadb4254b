import type { Untrusted } from '@redalert/core'

/** Where an answer came from, in the order in which they are believed and asked. */
export type SourceName = 'override' | 'cache' | 'bulk' | 'rdap' | 'whois' | 'origin' | 'cert'

/**
 * What a registry says about one mailbox, before anything is decided. It is anybody's text: whoever holds addresses
 * writes here what he likes.
 */
export type Clue = {
  readonly mailbox: Untrusted
  readonly source: SourceName
  /** The roles of the entry that holds it, in lower case: `abuse`, `technical`, `registrant`. */
  readonly roles: readonly string[]
  /** The way to it, for people: `network NET-192-0-2-0-1 > organisation EX-1 > EXAB-ARIN`. */
  readonly path: Untrusted
  readonly nature?: 'group' | 'individual'
  /** The field itself is for reports of abuse: `abuse-mailbox`, OrgAbuseEmail, a mail of the type abuse. */
  readonly abuseBox?: true
  /** A remark beside it asks that reports of abuse be sent to this very mailbox. */
  readonly remarked?: true
  /** The registry has proved that it works. */
  readonly validated?: true
  /** The registry says that it does not work. */
  readonly failed?: true
  /** It belongs to the very network, and not to the organisation that holds it. */
  readonly ofNetwork?: true
  /** How many networks up from the narrowest it was found. */
  readonly climbed?: number
}
