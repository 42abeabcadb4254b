import type { Language, PageState, PageWord } from '@redalert/notices'

/** What an owner is shown. */
export type OwnerView = {
  readonly language: Language
  readonly organisation: string
  readonly caseName: string
  /** They asked for no more letters. */
  readonly isStopped: boolean
  /** Whoever works on it is left in peace for so many days. */
  readonly peaceDays: number
  readonly hosts: readonly ViewedHost[]
}

/** One machine of theirs. */
export type ViewedHost = {
  readonly source: string
  readonly family: string
  readonly state: PageState
  readonly first: string
  readonly last: string
  readonly requests: string
  /** The lines of one request, made harmless. */
  readonly evidence: readonly string[]
}

/** What an owner said on the page: about which addresses, all of theirs where none is named. */
export type OwnerAnswer = { readonly word: PageWord; readonly sources: readonly string[] }
