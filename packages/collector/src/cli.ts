import { parseArgs } from 'node:util'
import { Fault, nearestName } from '@redalert/core'
import manifest from '../package.json' with { type: 'json' }
import type { Command, Given } from './cli/command.ts'
import { commands } from './cli/commands.ts'
import { help } from './cli/help.ts'
import type { Io } from './cli/io.ts'

/** Runs a command line and gives its exit code: 0 done, or something found; 1 nothing found; 2 it cannot be done. */
export async function main(words: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = words
  if (name === '--version') {
    io.stdout.write(`${manifest.version}\n`)
    return 0
  }
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.stdout.write(help(rest[0] === undefined ? undefined : commands[rest[0]]))
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    const nearest = nearestName(name, Object.keys(commands))
    return wrong(
      io,
      `there is no command ${JSON.stringify(name)}${nearest === undefined ? '' : `: did you mean ${nearest}?`}`,
    )
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout.write(help(command))
    return 0
  }
  return await run(command, rest, io)
}

async function run(command: Command, words: readonly string[], io: Io): Promise<number> {
  let given: Given
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: command.options,
      allowPositionals: true,
      strict: true,
    })
    given = { words: positionals, options: values as Given['options'] }
  } catch (error) {
    return wrong(io, error instanceof Error ? error.message : String(error), command)
  }
  const { least, most } = command.words
  if (given.words.length < least || given.words.length > most)
    return wrong(io, `redalert-collector ${command.usage}`)
  try {
    return await command.run(given, io)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    io.stderr.write(`redalert-collector: ${error.message}\n`)
    return 2
  }
}

function wrong(io: Io, message: string, about?: Command): number {
  io.stderr.write(`redalert-collector: ${message}\n`)
  if (about) io.stderr.write(`redalert-collector ${about.usage}\n`)
  return 2
}
