import type { Instant } from '@redalert/core'
import type { HeaderText } from '../safe/header-text.ts'
import type { MailAddress } from '../safe/mail-address.ts'
import type { Mailbox } from '../safe/mailbox.ts'
import type { WebLink } from '../safe/web-link.ts'
import type { NoticedHost } from './host.ts'

/** What one owner is told in one go: his machines, all of them. */
export type Notice = {
  readonly sender: Sender
  readonly recipient: Recipient
  readonly stage: Stage
  /** At least one. */
  readonly hosts: readonly NoticedHost[]
  /** The day it is written, for the names of attached files. */
  readonly at: Instant
  /** The name of the case, `RA-2026-000123`: it stands first in the subject of every mail of the thread. */
  readonly caseName?: HeaderText
  /** How far the recipient may pass it on (TLP 2.0). */
  readonly tlp?: 'CLEAR' | 'GREEN' | 'AMBER' | 'AMBER+STRICT' | 'RED'
  /** Pages for this recipient alone. */
  readonly status?: WebLink
  readonly stop?: WebLink
}

/** Who writes: somebody who saw it in his own logs, or a desk to which others report. */
export type Sender =
  | { readonly kind: 'witness'; readonly mailbox: Mailbox }
  | {
      readonly kind: 'desk'
      readonly mailbox: Mailbox
      readonly organisation: HeaderText
      /** Where a recipient can see who the desk is. */
      readonly website?: WebLink
    }

/** Who is written to, in which language and form. */
export type Recipient = {
  readonly address: MailAddress
  /** The tag of a language; English stands beneath any other. */
  readonly language: string
  readonly form: Form
}

/**
 * `digest`: letter, CSV and XARF reports; `xarf`: one report in its feedback-report envelope, one machine a mail;
 * `text`: the letter alone; `cert`: letter and CSV, for those who pass it on.
 */
export type Form = (typeof forms)[number]
export const forms = ['digest', 'xarf', 'text', 'cert'] as const

/** Where in its case this notice stands. */
export type Stage =
  | { readonly kind: 'first' }
  /** More machines, since the last mail. */
  | { readonly kind: 'more'; readonly told: Instant }
  /** The same machines, seen again. */
  | { readonly kind: 'reminder'; readonly told: Instant }
  /** To the holder above, when the one below did not act. */
  | { readonly kind: 'escalation'; readonly told: Instant; readonly to: MailAddress }
  /** To a national CERT, when nobody below it can be reached. */
  | { readonly kind: 'country'; readonly country: string }
