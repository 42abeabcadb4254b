import type { Instant, Source } from '@redalert/core'

/** What a contact wishes, and when it was said: on their page, or by mail to the address of their case. */
export type Wish = { readonly contact: string; readonly at: Instant } & Wished

/** The forms of letters that can be wished for. */
export const wishedForms = ['digest', 'xarf', 'text', 'cert'] as const
export type WishedForm = (typeof wishedForms)[number]

/** `each`: a letter whenever the policy has one; `weekly`: one in seven days. */
export const rhythms = ['each', 'weekly'] as const
export type Rhythm = (typeof rhythms)[number]

/** All of it may happen twice. */
export type Wished =
  | { readonly kind: 'form'; readonly form: WishedForm }
  | { readonly kind: 'rhythm'; readonly rhythm: Rhythm }
  /** These addresses change hands, or do not; all of theirs where none is named. */
  | { readonly kind: 'pool' | 'no-pool'; readonly sources: readonly Source[] }
  /** Letters are to go to another mailbox, which must confirm it first. */
  | { readonly kind: 'mailbox'; readonly mailbox: string }
  /** The mail that asks it to was made. */
  | { readonly kind: 'mailbox-written'; readonly messageId: string }
  /** It is never written to, or mail to it does not arrive. */
  | { readonly kind: 'mailbox-refused'; readonly mailbox: string }
  | { readonly kind: 'mailbox-confirmed'; readonly messageId: string }
  /** Letters go again where they went first. */
  | { readonly kind: 'usual-mailbox' }
  /** They want to read by program what is known of their machines; the key is mailed to them. */
  | { readonly kind: 'feed' | 'no-feed' }
  | { readonly kind: 'feed-written'; readonly messageId: string }
  /** Nothing that others ask for is mailed to this mailbox any more. */
  | { readonly kind: 'left-alone' }
