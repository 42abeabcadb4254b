import type { Flags } from './flag.ts'
import type { Setting } from './setting.ts'

/** One command: what it is for, what it takes. */
export type Command = {
  /** One line, for the list of commands. */
  readonly summary: string
  /** Paragraphs of the long help. */
  readonly more: readonly string[]
  readonly words: Words
  readonly examples: readonly Example[]
  readonly flags: Flags
  /** What is wrong with options that are each right by themselves. */
  readonly objection?: (
    options: Readonly<Record<string, unknown>>,
    setting: Setting,
  ) => string | undefined
}

/** The words that stand beside the flags: files, mostly. */
export type Words = {
  /** As the usage line shows them; empty when there are none. */
  readonly shown: string
  readonly most: number
  readonly least: number
  /** What the first of them must be, where a command does several things. */
  readonly verbs?: readonly string[]
  /** All that they can be, where that is a list. */
  readonly choices?: readonly string[]
  /** What a shell offers for them, where they can also be something else. */
  readonly offered?: (setting: Setting) => readonly string[]
  /** They name files, so a shell completes them as such. */
  readonly areFiles?: true
}

export type Example = { readonly line: string; readonly does: string }
