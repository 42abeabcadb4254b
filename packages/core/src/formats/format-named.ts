import type { LogFormat } from './format.ts'
import { formats } from './formats.ts'
import { template, type Wrong } from './template.ts'
import { columnFormat } from './w3c.ts'

const known: readonly LogFormat[] = [...formats, columnFormat([])]

/** Every name by which a person may call a format. */
export const formatNames: readonly string[] = known.flatMap(({ name, aliases }) => [
  name,
  ...aliases,
])

/** The format of a name, an alias, or a format string of Apache or nginx; else what is wrong, in a sentence. */
export function formatNamed(text: string): LogFormat | Wrong {
  const name = text.trim().toLowerCase()
  const found = known.find(format => format.name === name || format.aliases.includes(name))
  if (found) return found
  if (text.includes('%') || text.includes('$')) return template(text)
  return {
    wrong: `there is no format ${text}: it can be ${known.map(({ name }) => name).join(', ')}, or a format string`,
  }
}
