import { parseArgs } from 'node:util'
import { seedCase } from '../world/seed-case.ts'
import type { WorldPlan } from '../world/world.ts'

/** What a command line asks for. */
export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }
  | {
      readonly kind: (typeof commands)[number]
      readonly plan: WorldPlan
      readonly seed: number
      readonly everyHours: number
      readonly json: boolean
      readonly config: string | undefined
    }

const commands = ['yield', 'colluders'] as const

type NumberFlag = {
  readonly least: number
  readonly most: number
  readonly usual: number
  readonly is: string
}

const { population, fleet, lies, days, pathsOnly, sendEveryHours } = seedCase

/** Every flag that takes a number, and what it means. */
const numbers = {
  seed: {
    least: 0,
    most: 2 ** 32 - 1,
    usual: 1,
    is: 'which world: the same seed makes the same one',
  },
  hosts: { least: 1, most: 2_000_000, usual: population.hosts, is: 'infected machines' },
  submitters: {
    least: 1,
    most: 100_000,
    usual: fleet.submitters,
    is: 'submitters, all of them new',
  },
  addresses: {
    least: 1,
    most: 65_536,
    usual: fleet.addressesEach,
    is: 'addresses that each listens on',
  },
  unequal: {
    least: 0,
    most: 3,
    usual: fleet.unequal,
    is: 'how unequal these are (sigma of a lognormal)',
  },
  days: { least: 1, most: 31, usual: days, is: 'days of logs' },
  'paths-only': {
    least: 0,
    most: 100,
    usual: pathsOnly * 100,
    is: 'percent of true lines that show a path only',
  },
  'send-every': {
    least: 1,
    most: 24,
    usual: sendEveryHours,
    is: 'hours between two submissions of one',
  },
  liars: {
    least: 0,
    most: 100,
    usual: (fleet.liars / fleet.submitters) * 100,
    is: 'percent of submitters who lie',
  },
  'per-day': {
    least: 0,
    most: 100_000,
    usual: lies?.perDay ?? 0,
    is: 'victims of each liar, each day',
  },
  'per-victim': {
    least: 1,
    most: 1000,
    usual: lies?.perVictim ?? 1,
    is: 'liars who agree on a victim; 1: nobody agrees',
  },
  every: { least: 1, most: 24, usual: 6, is: 'hours between two looks of the collector' },
} as const satisfies Record<string, NumberFlag>

const booleans = {
  camouflaged: 'liars tell the truth that they see as well',
  'at-once': 'liars tell all of a day in its first hour',
  json: 'one JSON object in place of the picture',
  help: 'this text',
} as const

/** Reads a command line. */
export function readFlags(words: readonly string[]): Asked {
  const options = {
    ...mapped(numbers, () => ({ type: 'string' as const })),
    ...mapped(booleans, () => ({ type: 'boolean' as const })),
    config: { type: 'string' as const },
  }
  let values: Readonly<Record<string, string | boolean | undefined>>
  let positionals: readonly string[]
  try {
    const read = parseArgs({ args: [...words], options, allowPositionals: true })
    values = read.values
    positionals = read.positionals
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) }
  }
  if (values.help === true || words.length === 0) return { kind: 'help' }
  const [given = '', ...more] = positionals
  const command = commands.find(each => each === given)
  if (command === undefined || more.length > 0) {
    const named = positionals.join(' ')
    return { kind: 'wrong', message: `there are two commands, yield and colluders, not "${named}"` }
  }
  const wrong = Object.entries(numbers).find(([name, flag]) => !isRight(values[name], flag))
  if (wrong) {
    const [name, { least, most }] = wrong
    return { kind: 'wrong', message: `--${name} takes a number from ${least} to ${most}` }
  }
  const number = (name: keyof typeof numbers) => Number(values[name] ?? numbers[name].usual)
  const liars = Math.round((number('submitters') * number('liars')) / 100)
  return {
    kind: command,
    seed: number('seed'),
    everyHours: number('every'),
    json: values.json === true,
    config: typeof values.config === 'string' ? values.config : undefined,
    plan: {
      population: { ...population, hosts: number('hosts') },
      fleet: {
        ...fleet,
        submitters: number('submitters'),
        addressesEach: number('addresses'),
        unequal: number('unequal'),
        liars,
        liarsApart: number('per-victim') > 1,
      },
      lies: {
        perVictim: number('per-victim'),
        perDay: number('per-day'),
        camouflaged: values.camouflaged === true,
        atOnce: values['at-once'] === true,
      },
      days: number('days'),
      pathsOnly: number('paths-only') / 100,
      sendEveryHours: number('send-every'),
    },
  }
}

/** The text that `--help` prints. */
export function help(): string {
  const lines = [
    ...Object.entries(numbers).map(
      ([name, { is, usual }]) => [`--${name} N`, `${is} (${usual})`] as const,
    ),
    ['--config FILE', 'take the trust table from this redalert.toml'] as const,
    ...Object.entries(booleans).map(([name, is]) => [`--${name}`, is] as const),
  ].map(([flag, is]) => `  ${flag.padEnd(18)} ${is}\n`)
  return `redalert-drill yield [flags]
redalert-drill colluders [--seed N] [--hosts N] [--every N] [--config FILE] [--json]

Makes an outbreak with known truth, and lets a collector decide whom to believe. yield shows how
many of the infected machines that anybody saw it would ask about, and how many innocents.
colluders tables what 1, 2 and 5 percent of all submitters can do together; it takes minutes.

${lines.join('')}`
}

function isRight(value: string | boolean | undefined, { least, most, usual }: NumberFlag): boolean {
  if (value === undefined) return true
  if (typeof value !== 'string' || !/^\d{1,9}(?:\.\d{1,3})?$/.test(value)) return false
  const isWhole = Number.isInteger(Number(value))
  return (
    Number(value) >= least &&
    Number(value) <= most &&
    (isWhole || !Number.isInteger(usual) || most === 100 || most === 3)
  )
}

function mapped<Key extends string, Value, Result>(
  table: Readonly<Record<Key, Value>>,
  make: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries<Value>(table).map(([key, value]) => [key, make(value)]))
}
