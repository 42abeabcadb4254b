import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '@redalert/core'
import type { Command } from './command.ts'
import { commandNames, commands } from './commands.ts'
import { flagName } from './flag.ts'
import { globalFlags } from './global-flags.ts'
import { help } from './help.ts'
import { commandsMarkdown } from './markdown.ts'
import { readFlags } from './read-flags.ts'

const setting = { now: '2001-07-20T00:00:00Z' as Instant, families: ['nimda'], exists: () => false }

for (const name of commandNames) {
  const command: Command = commands[name]
  const flags = Object.entries(command.flags)

  test(`the examples of ${name} are right`, () => {
    for (const { line } of command.examples) {
      const words = /\bredalert ([^|>")]*)/.exec(line)?.[1]?.trim().split(' ') ?? []
      const { kind } = readFlags(words, setting)
      ok(kind === 'run' || kind === 'help', line)
    }
  })

  test(`the short help of ${name} fits a terminal`, () => {
    const lines = help(name, { long: false }).split('\n')
    ok(lines.length <= 24, `${lines.length} lines`)
    equal(
      lines.find(line => line.length > 80),
      undefined,
    )
  })

  test(`the long help and the docs of ${name} tell every flag`, () => {
    const long = help(name, { long: true })
    equal(
      long.split('\n').find(line => line.length > 80),
      undefined,
    )
    for (const [option, { standard }] of flags) {
      const shown = standard === true ? `--no-${flagName(option)}` : `--${flagName(option)}`
      ok(long.includes(shown) && commandsMarkdown().includes(shown), shown)
    }
  })

  test(`the flags of ${name} agree with each other`, () => {
    const shorts = [
      ...flags.flatMap(([, { short }]) => short ?? []),
      ...globalFlags.map(({ short }) => short),
    ]
    equal(new Set(shorts).size, shorts.length)
    for (const [option, { needs, standard, takes, help: line }] of flags) {
      ok(
        needs === undefined || Object.hasOwn(command.flags, needs),
        `${option} needs a flag that there is not`,
      )
      ok(
        typeof standard !== 'string' || (takes && 'value' in takes.read(standard, setting)),
        `${option} refuses its own standard`,
      )
      ok(line.length <= 56 && !line.endsWith('.'), `the line of ${option}`)
    }
  })
}

test('the help on everything fits a terminal and names every command', () => {
  const lines = help(undefined, { long: false }).split('\n')
  ok(lines.length <= 24 && lines.every(line => line.length <= 80))
  for (const name of commandNames) ok(lines.some(line => line.startsWith(`  ${name} `)))
})
