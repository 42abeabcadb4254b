import type { Source, Untrusted } from '@redalert/core'
import type { Failure, FailureKind } from '../bounce/failure.ts'

/** What a mail that came to one of our addresses is, and which of our mails it is about. */
export type Heard = HeardKind & { readonly about: About | undefined }

export type HeardKind =
  | {
      readonly kind: 'bounce'
      /** `hard` only when every mailbox failed so. */
      readonly how: FailureKind
      readonly failures: readonly [Failure, ...Failure[]]
    }
  /** It is still being tried: nothing is known yet. */
  | { readonly kind: 'delayed' }
  /** The next mail server, or the last one, says that it has it. */
  | { readonly kind: 'delivered' }
  /** Nobody wrote this; a desk gave the mail this number, spelled as it stands in its subjects. */
  | { readonly kind: 'automatic'; readonly ticket: string | undefined }
  /** A provider says that a reader called a mail of ours unwanted (RFC 5965). */
  | { readonly kind: 'complaint'; readonly feedback: Feedback; readonly stopsMail: boolean }
  /** A feedback report that is about somebody else's mail. */
  | { readonly kind: 'report'; readonly feedback: Feedback }
  /** Somebody who has the case's address told us to do something. */
  | { readonly kind: 'commands'; readonly commands: readonly [Command, ...Command[]] }
  /** A person wrote: a person should read it. */
  | { readonly kind: 'answer'; readonly text: Untrusted; readonly ticket: string | undefined }
  /** It is about no mail of ours: backscatter, or what anybody mails to an address he found. */
  | { readonly kind: 'unrelated' }
  | { readonly kind: 'unreadable'; readonly because: string }

/** The types of feedback of RFC 5965 §7.3, and of those that came later. */
export const feedbacks = [
  'abuse',
  'fraud',
  'virus',
  'opt-out',
  'not-spam',
  'auth-failure',
  'other',
] as const
export type Feedback = (typeof feedbacks)[number]

/** What an answer may tell us to do. */
export type Command = {
  readonly word: CommandWord
  /** The machines it is about; all of the case where it names none. */
  readonly sources: readonly Source[]
}

export type CommandWord = 'cleaned' | 'patched' | 'not ours' | 'stop' | 'weekly' | 'dynamic'

/**
 * Which of our mails a mail is about. Only an address of ours with its proof shows that the sender had the mail; a
 * message id or the name of a case may be guessed, and never changes anything.
 */
export type About =
  | {
      readonly by: 'address'
      readonly token: Uint8Array
      /** What the address is for: `bounces` is the one that only mail servers see. */
      readonly for: OurAddress['for']
    }
  /** The same proof, in the mail of ours that came back inside: enough to believe a report, and no answer to us. */
  | { readonly by: 'enclosed-address'; readonly token: Uint8Array; readonly for: OurAddress['for'] }
  | { readonly by: 'message-id'; readonly messageId: string }
  | { readonly by: 'case-name'; readonly caseName: string }

/** An address of ours that holds a token, and its proof was right. */
export type OurAddress = { readonly token: Uint8Array; readonly for: 'bounces' | 'answers' }
