import { standardCommand } from '../commands.ts'
import type { CompletedCommand, CompletedFlag, Offer } from './complete.ts'

/** Completions for fish, with explanations. */
export function fish(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(command => {
    const others = commands.filter(each => each !== command).map(({ name }) => name)
    const inCommand =
      command.name === standardCommand
        ? `not __fish_seen_subcommand_from ${others.join(' ')}`
        : `__fish_seen_subcommand_from ${command.name}`
    return [
      `complete -c redalert -n __fish_use_subcommand -a ${command.name} -d ${quote(command.summary)}`,
      ...command.flags.map(flag => `complete -c redalert -n ${quote(inCommand)} ${flagOf(flag)}`),
      ...(command.words.kind === 'files'
        ? []
        : [`complete -c redalert -n ${quote(inCommand)} ${offered(command.words)}`]),
    ]
  })
  return `# Completions of redalert for fish: redalert completions fish > ~/.config/fish/completions/redalert.fish\n${lines.join('\n')}\n`
}

function flagOf({ name, short, help, offer }: CompletedFlag): string {
  return [
    `-l ${name}`,
    short ? `-s ${short}` : '',
    offer ? offered(offer) : '',
    `-d ${quote(help)}`,
  ]
    .filter(part => part !== '')
    .join(' ')
}

function offered(offer: Offer): string {
  switch (offer.kind) {
    case 'files':
      return '-r -F'
    case 'choices':
      return `-x -a ${quote(offer.choices.join(' '))}`
    case 'anything':
      return '-x'
  }
}

function quote(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`
}
