import type { Command } from './command.ts'
import { commands } from './commands.ts'

/** What the program says about itself, or about one of its commands. */
export function help(about?: Command): string {
  if (about) return helpOf(about)
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

function helpOf({ usage, does, examples = [] }: Command): string {
  const shown = examples.map(example => `  ${example.does}:\n    ${example.line}\n`)
  const all = shown.length > 0 ? ['', 'Examples:', ...shown].join('\n') : ''
  return `redalert-collector ${usage}\n\n  ${does}\n${all}`
}
