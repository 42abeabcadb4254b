import type { ParseArgsOptionsConfig } from 'node:util'
import type { Io } from './io.ts'

/** One command of the program: what it is for, what it takes, what it does. */
export type Command = {
  readonly usage: string
  /** One line. */
  readonly does: string
  /** Whole command lines, each with what it does. */
  readonly examples?: readonly { readonly line: string; readonly does: string }[]
  readonly options: ParseArgsOptionsConfig
  /** How many words stand beside the options. */
  readonly words: { readonly least: number; readonly most: number }
  readonly run: (given: Given, io: Io) => Promise<number>
}

/** What stood behind a command. */
export type Given = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** The folder of the collector; every command that needs one has it. */
export const dataOption = { data: { type: 'string' } } as const
