import { type LogEntry, type LogFormat, readLine, type ReadContext, template } from '@redalert/core'
import { delimiterOf, tokensOf } from './tokens-of.ts'
import { sourceColumn, suggestFormat } from './suggest-format.ts'

/** A format string, tried on the lines that no format read. */
export type Suggestion = {
  readonly format: string
  /** So many of the lines it reads, and so many there are. */
  readonly reads: number
  readonly of: number
  /** What the first of them says then. */
  readonly example: LogEntry
}

const mostSuggestions = 3
const looked = 20
/** A longer line is a rarity, and trying many formats on it is dear. */
const longest = 4096

/** Format strings that read lines which no known format reads, each with what it was tried on; the best first. */
export function suggestionsFor(
  lines: readonly string[],
  { zone }: Pick<ReadContext, 'zone'>,
): readonly Suggestion[] {
  const suggestions: Suggestion[] = []
  let left: readonly string[] = lines.filter(line => line.length <= longest)
  while (left.length > 0 && suggestions.length < mostSuggestions) {
    const best = candidates(left)
      .map(format => tried(format, left, lines.length, zone ? { zone } : {}))
      .filter(found => found !== undefined)
      .toSorted((one, other) => other.suggestion.reads - one.suggestion.reads)[0]
    if (!best) return suggestions
    suggestions.push(best.suggestion)
    left = best.left
  }
  return suggestions
}

/** What the first lines may have been written with: all of them seen together, and each by itself. */
function candidates(lines: readonly string[]): readonly string[] {
  const some = lines.slice(0, looked)
  const groups = [some, ...some.map(line => [line])]
  const formats = groups.flatMap(group => {
    const delimiter = delimiterOf(group)
    const tokens = group.flatMap(line => {
      const found = tokensOf(line, delimiter)
      return found ? [found] : []
    })
    const [first] = tokens
    const format = first && suggestFormat(first, sourceColumn(tokens))
    return format === undefined ? [] : [format]
  })
  return [...new Set(formats)]
}

function tried(
  format: string,
  lines: readonly string[],
  of: number,
  context: ReadContext,
): { readonly suggestion: Suggestion; readonly left: readonly string[] } | undefined {
  const made = template(format)
  if ('wrong' in made) return undefined
  const left: string[] = []
  let example: LogEntry | undefined
  for (const line of lines) {
    const entry = read(line, made, context)
    if (entry) example ??= entry
    else left.push(line)
  }
  return example && { suggestion: { format, reads: lines.length - left.length, of, example }, left }
}

function read(line: string, format: LogFormat, context: ReadContext): LogEntry | undefined {
  const reading = readLine(line, { ...context, format })
  return reading.kind === 'entry' ? reading.entry : undefined
}
