import type { Command } from './command.ts'
import type { Flags } from './flag.ts'
import type { Value } from './value.ts'

/** What a command is given: one option for each flag of its table, as the table says. */
export type OptionsOf<Table extends Flags> = {
  readonly [Option in keyof Table]: OptionOf<Table[Option]>
}

type OptionOf<One> = One extends { takes: Value<infer Result> }
  ? One extends { many: true }
    ? readonly Result[]
    : One extends { standard: string }
      ? Result
      : Result | undefined
  : boolean

/** The words beside the flags of a command. */
export type WordsOf<One extends Command> = One extends {
  words: { choices: readonly (infer Choice)[] }
}
  ? readonly Choice[]
  : readonly string[]
