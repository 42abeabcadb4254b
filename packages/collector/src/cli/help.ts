import type { Command } from './command.ts'
import { commands } from './commands.ts'

/** What the program says about itself, or about one of its commands. */
export function help(about?: Command): string {
  if (about) return `redalert-collector ${about.usage}\n\n  ${about.does}\n`
  const lines = Object.values(commands).map(({ usage, does }) => `  ${usage}\n      ${does}`)
  return [
    'redalert-collector collects what the owners of web servers tell of infected machines.',
    '',
    'Begin with: redalert-collector serve --data DIR',
    '',
    ...lines,
    '',
  ].join('\n')
}
