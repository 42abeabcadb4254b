import { nearestName } from '@redalert/core'
import type { Command } from './command.ts'
import { type CommandName, commandNames, commands, standardCommand } from './commands.ts'
import type { Invocation, Wrong } from './invocation.ts'
import { readOptions } from './read-options.ts'
import type { Setting } from './setting.ts'
import { type Given, split } from './split.ts'
import { notAmong } from './values/choice.ts'

/** Reads a command line: a command and what it is given, a wish for help, or what is wrong with it. */
export function readFlags(args: readonly string[], setting: Setting): Invocation {
  const [first, ...rest] = args
  if (first === undefined) return { kind: 'help', about: undefined, long: false }
  if (isCommand(first)) return readCommand(first, split(rest, commands[first].flags), setting)
  if (isPlainWord(first) && !setting.exists(first)) return unknownCommand(first)
  return readNameless(args, setting)
}

/** Without a command, scan is meant: `redalert access.log`. */
function readNameless(args: readonly string[], setting: Setting): Invocation {
  const given = split(args, commands[standardCommand].flags)
  if (given.kind === 'help') return { kind: 'help', about: undefined, long: given.long }
  if (given.kind !== 'given' || args.includes('--'))
    return readCommand(standardCommand, given, setting)
  const [late, ...words] = given.words
  if (late === undefined || !isCommand(late)) return readCommand(standardCommand, given, setting)
  if (late === standardCommand) return readCommand(standardCommand, { ...given, words }, setting)
  return wrong(`flags stand behind the command: redalert ${late} ${args[0]}`)
}

function readCommand(name: CommandName, given: Given, setting: Setting): Invocation {
  if (given.kind === 'help') return { kind: 'help', about: name, long: given.long }
  if (given.kind !== 'given') return given
  const command: Command = commands[name]
  const objection = wrongWords(name, given.words, command)
  if (objection !== undefined) return wrong(objection)
  if (name === 'help')
    return { kind: 'help', about: given.words[0] as CommandName | undefined, long: true }
  const reading = readOptions(command.flags, given.flags, setting)
  if ('wrong' in reading) return wrong(reading.wrong)
  const contradiction = command.objection?.(reading.options, setting)
  if (contradiction !== undefined) return wrong(contradiction)
  return { kind: 'run', command: name, options: reading.options, words: given.words } as Invocation
}

function wrongWords(
  name: CommandName,
  given: readonly string[],
  { words }: Command,
): string | undefined {
  const [verb] = given
  if (words.verbs && verb !== undefined && !words.verbs.includes(verb))
    return `${name}: ${verb} ${notAmong(verb, words.verbs)}`
  if (given.length < words.least) return `${name} needs ${words.shown}`
  if (given.length > words.most)
    return `${name} takes ${words.most} word and not also ${given[words.most]}`
  const odd = words.choices && given.find(word => !words.choices?.includes(word))
  return odd === undefined ? undefined : `${name}: ${odd} ${notAmong(odd, words.choices ?? [])}`
}

function unknownCommand(word: string): Wrong {
  const nearest = nearestName(word, commandNames)
  const right =
    nearest === undefined ? `it can be ${commandNames.join(', ')}` : `did you mean ${nearest}?`
  return wrong(`unknown command ${word}: ${right} (a file of that name is given as ./${word})`)
}

function wrong(message: string): Wrong {
  return { kind: 'wrong', message }
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(commands, word)
}

/** A word that no path, file name or pattern looks like. */
function isPlainWord(word: string): boolean {
  return /^[a-z][a-z0-9_]*(?:-[a-z0-9_]+)*$/i.test(word)
}
