import { parseArgs } from 'node:util'
import { nearestName } from '@redalert/core'
import { type Flag, flagName, type Flags } from './flag.ts'
import { globalFlags } from './global-flags.ts'

/** What a command line gives, still as text. */
export type Given =
  | {
      readonly kind: 'given'
      readonly flags: ReadonlyMap<string, readonly string[]>
      readonly words: readonly string[]
    }
  | { readonly kind: 'help'; readonly long: boolean }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string }

/** The texts that stand for a switch. */
export const on = 'on'
export const off = 'off'

/** The first step of reading flags: which of the table's flags are given, and with which texts. */
export function split(args: readonly string[], table: Flags): Given {
  const flags = new Map<string, readonly string[]>()
  const words: string[] = []
  const names = namesOf(table)
  for (const token of tokensOf(args, names)) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    if (token.name === 'help') return { kind: 'help', long: token.rawName !== '-h' }
    if (token.name === 'version') return { kind: 'version' }
    const text = textOf(token, names)
    if ('wrong' in text) return { kind: 'wrong', message: text.wrong }
    const { option, given } = text
    const before = flags.get(option) ?? []
    flags.set(option, table[option]?.many ? [...before, ...given.split(',')] : [given])
  }
  return { kind: 'given', flags, words }
}

/** A flag as it can be given: by its name or, for one that can be switched off, by `no-` and its name. */
type Name = { readonly option: string; readonly flag: Flag; readonly negated: boolean }
type Names = ReadonlyMap<string, Name>

function namesOf(table: Flags): Names {
  const names = new Map<string, Name>()
  for (const [option, flag] of Object.entries(table)) {
    names.set(flagName(option), { option, flag, negated: false })
    if (!flag.takes || flag.negated)
      names.set(`no-${flagName(option)}`, { option, flag, negated: true })
  }
  return names
}

type Token = { kind: 'option'; name: string; rawName: string; value?: string | undefined }

function tokensOf(args: readonly string[], names: Names) {
  const options: Record<string, { type: 'string' | 'boolean'; short?: string }> = {}
  for (const { name, short } of globalFlags) options[name] = { type: 'boolean', short }
  for (const [name, { flag, negated }] of names) {
    const type = flag.takes && !negated ? 'string' : 'boolean'
    options[name] = { type, ...(flag.short && !negated && { short: flag.short }) }
  }
  return parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens
}

/** What one flag gives to its option. */
function textOf(
  { name, rawName, value }: Token,
  names: Names,
): { option: string; given: string } | { wrong: string } {
  const known = names.get(name)
  if (!known) return { wrong: unknownFlag(rawName, names) }
  const { option, flag, negated } = known
  if (negated || !flag.takes) {
    if (value !== undefined) return { wrong: `${rawName} takes no value: leave =${value} away` }
    return { option, given: negated ? (flag.negated ?? off) : on }
  }
  if (value === undefined)
    return { wrong: `${rawName} needs a value: ${rawName} ${flag.takes.shown}` }
  if (isFlag(value, names))
    return {
      wrong: `${rawName} needs a value, and ${value} is a flag: ${rawName} ${flag.takes.shown}`,
    }
  return { option, given: value }
}

function isFlag(value: string, names: Names): boolean {
  return value.startsWith('--') && names.has(value.slice(2))
}

function unknownFlag(typed: string, names: Names): string {
  const flags = [...names.keys(), ...globalFlags.map(({ name }) => name)]
  const nearest = typed.startsWith('--') ? nearestName(typed.slice(2), flags) : undefined
  if (nearest !== undefined) return `unknown flag ${typed}: did you mean --${nearest}?`
  return `unknown flag ${typed}: redalert scan --help shows those there are`
}
