import type { Value } from './value.ts'

/** One flag of a command. Parser, help, docs and completions are made of these. */
export type Flag = {
  readonly short?: string
  /** Under which heading the long help shows it. */
  readonly group: FlagGroup
  /** One line; of a switch that is on, what switching it off does. */
  readonly help: string
  /** What a person must know beyond that line. */
  readonly more?: string
  /** Shown in the short help too. */
  readonly often?: true
  /** What stands behind it; a flag without is a switch. */
  readonly takes?: Value<unknown>
  /** It may be given again, and takes lists with commas. */
  readonly many?: true
  /** What holds when it is not given: for a switch that is on, true. */
  readonly standard?: string | true
  /** The value that `--no-…` stands for, for a flag that is no switch. */
  readonly negated?: string
  /** The option without which it means nothing. */
  readonly needs?: string
  /** Of all flags with the same word here, only one may be given. */
  readonly oneOf?: string
}

export type FlagGroup = 'Reading' | 'Choosing' | 'Showing' | 'Ending'

/** The flags of a command by the names of its options: `minGrade` is given as `--min-grade`. */
export type Flags = Readonly<Record<string, Flag>>

/** The name by which an option is given: `--min-grade` without its dashes. */
export function flagName(option: string): string {
  return option.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}
