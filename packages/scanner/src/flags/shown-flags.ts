import type { Command } from './command.ts'
import { flagName, type FlagGroup } from './flag.ts'
import { globalFlags } from './global-flags.ts'

/** A flag as people read of it, in help and docs. */
export type ShownFlag = {
  /** `-c, --count`, `--mine CIDR[,…]`. */
  readonly shown: string
  readonly group: FlagGroup | 'Everywhere'
  readonly help: string
  readonly more?: string
  readonly standard?: string
  readonly choices?: readonly string[]
  readonly often: boolean
}

const anySetting = { now: '' as never, families: [], exists: () => false }

/** All flags of a command, those of every command last. A switch that is on is shown by what switches it off. */
export function flagsOf({ flags }: Command): readonly ShownFlag[] {
  const own = Object.entries(flags).map(([option, flag]): ShownFlag => {
    const { short, takes, many, standard, help, more, group, often = false } = flag
    const name = standard === true ? `--no-${flagName(option)}` : `--${flagName(option)}`
    const value = takes ? ` ${takes.shown}${many ? '[,…]' : ''}` : ''
    const choices = takes?.choices?.(anySetting)
    return {
      shown: `${short ? `-${short}, ` : ''}${name}${value}`,
      group,
      help,
      often,
      ...(more !== undefined && { more }),
      ...(typeof standard === 'string' && { standard }),
      ...(choices?.length && { choices }),
    }
  })
  const everywhere = globalFlags.map(({ name, short, help }): ShownFlag => {
    return { shown: `-${short}, --${name}`, group: 'Everywhere', help, often: false }
  })
  return [...own, ...everywhere]
}
