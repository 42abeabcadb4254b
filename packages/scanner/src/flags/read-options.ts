import { type Flag, flagName, type Flags } from './flag.ts'
import type { OptionsOf } from './options.ts'
import type { Setting } from './setting.ts'
import { on } from './split.ts'

/** The second step of reading flags: from texts to the options that the table says, or what is wrong with the first wrong one. */
export function readOptions<Table extends Flags>(
  table: Table,
  given: ReadonlyMap<string, readonly string[]>,
  setting: Setting,
): { readonly options: OptionsOf<Table> } | { readonly wrong: string } {
  const options: Record<string, unknown> = {}
  for (const [option, flag] of Object.entries(table)) {
    const reading = readOption(
      flag,
      `--${flagName(option)}`,
      given.get(option) ?? standardOf(flag),
      setting,
    )
    if ('wrong' in reading) return reading
    options[option] = reading.value
  }
  const wrong = lonely(table, given) ?? crowded(table, given)
  return wrong === undefined ? { options: options as OptionsOf<Table> } : { wrong }
}

function standardOf({ standard }: Flag): readonly string[] {
  if (standard === undefined) return []
  return [standard === true ? on : standard]
}

type OptionReading = { readonly value: unknown } | { readonly wrong: string }

function readOption(
  flag: Flag,
  name: string,
  texts: readonly string[],
  setting: Setting,
): OptionReading {
  if (!flag.takes) return { value: texts.at(-1) === on }
  const values: unknown[] = []
  for (const text of texts) {
    const reading = flag.takes.read(text, setting)
    if ('wrong' in reading)
      return { wrong: `${name}: ${text === '' ? 'the value' : text} ${reading.wrong}` }
    values.push(reading.value)
  }
  return { value: flag.many ? values : values.at(-1) }
}

/** What to say of a flag that means nothing without another. */
function lonely(table: Flags, given: ReadonlyMap<string, unknown>): string | undefined {
  for (const option of given.keys()) {
    const needed = table[option]?.needs
    if (needed === undefined || given.has(needed)) continue
    const shown = table[needed]?.takes?.shown ?? ''
    return `--${flagName(option)} needs --${flagName(needed)}: add --${flagName(needed)} ${shown}`.trimEnd()
  }
  return undefined
}

/** What to say of two flags of which only one can be. */
function crowded(table: Flags, given: ReadonlyMap<string, readonly string[]>): string | undefined {
  const first = new Map<string, string>()
  for (const [option, texts] of given) {
    const kind = table[option]?.oneOf
    if (kind === undefined || texts.at(-1) === 'off') continue
    const other = first.get(kind)
    if (other !== undefined)
      return `--${flagName(other)} and --${flagName(option)} are two kinds of ${kind}: choose one`
    first.set(kind, option)
  }
  return undefined
}
