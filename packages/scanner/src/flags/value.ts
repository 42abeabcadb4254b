import type { Setting } from './setting.ts'

/** What a flag takes: how it is shown in the help, read from text, and offered by a shell. */
export type Value<Result> = {
  /** What stands for it in the help, `CIDR`. */
  readonly shown: string
  readonly read: (text: string, setting: Setting) => ValueReading<Result>
  /** All that it can be, where that is a list. */
  readonly choices?: (setting: Setting) => readonly string[]
  /** It names a file, so a shell completes it as one. */
  readonly isFile?: true
}

/** A value, or what is wrong with it: the end of a sentence that begins with what was typed. */
export type ValueReading<Result> = { readonly value: Result } | { readonly wrong: string }
