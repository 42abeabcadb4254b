import type { Command } from './command.ts'
import { commandNames, commands } from './commands.ts'
import { flagsOf, type ShownFlag } from './shown-flags.ts'

/** The commands and their flags, as `docs/commands.md` shows them. */
export function commandsMarkdown(): string {
  return `# Commands\n\n${commandNames.map(name => commandMarkdown(name, commands[name])).join('\n')}`
}

function commandMarkdown(name: string, command: Command): string {
  const flags = flagsOf(command)
  return (
    [
      `## redalert ${name}`,
      `\`redalert ${[name, command.words.shown].join(' ').trimEnd()}\`: ${command.summary}.`,
      ...command.more,
      command.examples.map(({ line, does }) => `- ${does}: \`${line}\``).join('\n'),
      `| Flag | What it does |\n|---|---|\n${flags.map(flagRow).join('\n')}`,
    ].join('\n\n') + '\n'
  )
}

function flagRow({ shown, help, more, standard, choices }: ShownFlag): string {
  const facts = [
    `${help}.`,
    more ?? '',
    choices ? `It can be ${choices.join(', ')}.` : '',
    standard ? `Without it: ${standard}.` : '',
  ]
  return `| ${code(shown)} | ${facts
    .filter(fact => fact !== '')
    .join(' ')
    .replaceAll('|', '\\|')} |`
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}
