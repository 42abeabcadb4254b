import type { Form, Language, PageState, PageWord } from '@redalert/notices'

/** What the reader of a mail is shown, by what the mail was. */
export type OwnerView =
  | ({ readonly kind: 'machines' } & MachinesView)
  | ({ readonly kind: 'confirm' } & ConfirmView)
  | { readonly kind: 'summary'; readonly organisation: string; readonly isStopped: boolean }

/** What an owner is shown. */
export type MachinesView = {
  readonly language: Language
  readonly organisation: string
  readonly caseName: string
  /** They asked for no more letters. */
  readonly isStopped: boolean
  /** Whoever works on it is left in peace for so many days. */
  readonly peaceDays: number
  readonly hosts: readonly ViewedHost[]
  readonly settings: ViewedSettings
}

/** How an owner is written to. */
export type ViewedSettings = {
  /** Undefined where they said nothing. */
  readonly form: Form | undefined
  readonly rhythm: 'each' | 'weekly'
  /** Where letters go in place of where they went first. */
  readonly mailbox: string | undefined
  /** A mailbox that is asked to confirm. */
  readonly asked: string | undefined
  readonly refused: string | undefined
  readonly feed: 'none' | 'due' | 'open'
}

/** What a mailbox is shown that somebody named as the contact of a case. */
export type ConfirmView = {
  readonly language: Language
  readonly organisation: string
  readonly caseName: string
  readonly state: 'asked' | 'done' | 'over' | 'stopped'
}

/** One machine of theirs. */
export type ViewedHost = {
  readonly source: string
  readonly family: string
  readonly state: PageState
  /** Whether its address changes hands, as they say. */
  readonly isPool: boolean
  readonly first: string
  readonly last: string
  readonly requests: string
  /** The lines of one request, made harmless. */
  readonly evidence: readonly string[]
}

/** What the reader of a page said. */
export type OwnerAnswer =
  /** About which addresses: all of theirs where none is named. */
  | { readonly kind: 'word'; readonly word: PageWord; readonly sources: readonly string[] }
  | {
      readonly kind: 'settings'
      readonly form: Form | undefined
      readonly rhythm: 'each' | 'weekly' | undefined
    }
  | { readonly kind: 'mailbox'; readonly mailbox: string }
  | { readonly kind: 'usual-mailbox' | 'feed' | 'no-feed' | 'confirm' }
