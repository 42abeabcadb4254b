import { wrap } from '../report/wrap.ts'
import type { Command } from './command.ts'
import { type CommandName, commandNames, commands } from './commands.ts'
import { flagsOf, type ShownFlag } from './shown-flags.ts'

const width = 80

/** The help on a command, or on all when none is named. The short form fits a terminal of 80 by 24. */
export function help(about: CommandName | undefined, { long }: { readonly long: boolean }): string {
  if (about === undefined) return overview()
  return long ? longHelp(about, commands[about]) : shortHelp(about, commands[about])
}

/** It has to name every command in 24 lines. */
function overview(): string {
  const names = commandNames.map(name => [name, commands[name].summary] as const)
  return paragraphs([
    ['redalert says which machines in the logs of your web server are infected.'],
    [
      'Usage: redalert [FILE|FOLDER|GLOB|-]…',
      '       redalert COMMAND …',
      `Example: ${commands.scan.examples[0].line}`,
    ],
    ['Commands', ...columns(names)],
    ['redalert scan -h shows the flags of scan; redalert help COMMAND explains all.'],
  ])
}

function shortHelp(name: CommandName, command: Command): string {
  const flags = flagsOf(command)
  const often = flags.filter(flag => flag.often)
  const rest = flags.filter(flag => !flag.often && flag.group !== 'Everywhere').length
  return paragraphs([
    [usage(name, command), ...wrap(sentence(command.summary), width)],
    ['Examples', ...examplesOf(command)],
    often.length > 0
      ? ['Flags', ...columns(often.map(({ shown, help: line }) => [shown, line]))]
      : [],
    [
      rest > 0
        ? `--help shows ${rest} more flags, and everything about these.`
        : '--help says more.',
    ],
  ])
}

function longHelp(name: CommandName, command: Command): string {
  const flags = flagsOf(command)
  const groups = [...new Set(flags.map(({ group }) => group))]
  return paragraphs([
    [usage(name, command), ...wrap(sentence(command.summary), width)],
    ...command.more.map(text => wrap(text, width)),
    ['Examples', ...examplesOf(command)],
    ...groups.map(group => [
      group,
      ...flags.filter(flag => flag.group === group).flatMap(longFlag),
    ]),
  ])
}

function longFlag({ shown, help: line, more, standard, choices }: ShownFlag): readonly string[] {
  const facts = [
    sentence(line),
    ...(more === undefined ? [] : [more]),
    ...(choices === undefined ? [] : [`It can be ${choices.join(', ')}.`]),
    ...(standard === undefined ? [] : [`Without it: ${standard}.`]),
  ]
  return [`  ${shown}`, ...wrap(facts.join(' '), width - 8).map(text => `        ${text}`)]
}

function usage(name: CommandName, { words, flags }: Command): string {
  const flagged = Object.keys(flags).length > 0 ? '[FLAG]…' : ''
  return `Usage: redalert ${[name, flagged, words.shown].filter(part => part !== '').join(' ')}`
}

function examplesOf({ examples }: Command): readonly string[] {
  return columns(examples.map(({ line, does }) => [line, does]))
}

/** Two columns; a left text that is too long for its column stands on a line of its own. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const widths = rows.map(([left]) => left.length).filter(length => length <= 44)
  const first = Math.max(0, ...widths)
  return rows.flatMap(([left, right]) =>
    left.length > first
      ? [`  ${left}`, `  ${' '.repeat(first)}  ${right}`]
      : [`  ${left.padEnd(first)}  ${right}`],
  )
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function paragraphs(parts: readonly (readonly string[])[]): string {
  const lines = parts.filter(part => part.length > 0).map(part => part.join('\n'))
  return `${lines.join('\n\n')}\n`
}
