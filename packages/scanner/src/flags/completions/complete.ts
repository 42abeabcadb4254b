import type { Command } from '../command.ts'
import { commandNames, commands } from '../commands.ts'
import { flagName } from '../flag.ts'
import { globalFlags } from '../global-flags.ts'
import type { Setting } from '../setting.ts'

/** What a shell can offer for a command. */
export type CompletedCommand = {
  readonly name: string
  readonly summary: string
  readonly flags: readonly CompletedFlag[]
  readonly words: Offer
}

export type CompletedFlag = {
  readonly name: string
  readonly short?: string
  readonly help: string
  /** What comes behind it; a switch has none. */
  readonly offer?: Offer
  readonly many: boolean
}

/** What can stand in one place: a file, one of some words, or something that only a person knows. */
export type Offer =
  | { readonly kind: 'files' }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'anything' }

/** Everything that shells complete, from the table of commands. */
export function completedCommands(setting: Setting): readonly CompletedCommand[] {
  return commandNames.map(name => {
    const { summary, flags, words }: Command = commands[name]
    const own = Object.entries(flags).map(([option, flag]): CompletedFlag => {
      const { short, help, takes, many = false, standard } = flag
      return {
        name: standard === true ? `no-${flagName(option)}` : flagName(option),
        help,
        many,
        ...(short && { short }),
        ...(takes && { offer: offerOf(takes.isFile, takes.choices?.(setting)) }),
      }
    })
    const everywhere = globalFlags.map(flag => ({ ...flag, many: false }))
    return {
      name,
      summary,
      flags: [...own, ...everywhere],
      words: offerOf(words.areFiles, words.choices ?? words.offered?.(setting)),
    }
  })
}

function offerOf(isFile: true | undefined, choices: readonly string[] | undefined): Offer {
  if (isFile) return { kind: 'files' }
  return choices ? { kind: 'choices', choices } : { kind: 'anything' }
}
