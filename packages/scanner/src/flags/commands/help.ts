import type { Command } from '../command.ts'

/** `redalert help`: explains the commands of this list. */
export function helpOn(commands: readonly string[]) {
  return {
    summary: 'explain a command',
    more: ['The same as --help behind the command; -h is the short form, which fits a terminal.'],
    words: { shown: '[COMMAND]', least: 0, most: 1, choices: commands },
    examples: [{ line: 'redalert help scan', does: 'all flags of scan' }],
    flags: {},
  } as const satisfies Command
}
