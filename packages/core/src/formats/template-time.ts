import type { Field } from './spans.ts'
import type { TemplatePart } from './template-part.ts'

/**
 * The parts of a time that a pattern of strftime writes, `%Y-%m-%d %H:%M:%S %z`: each of its words is a field, since a
 * blank behind the time does not tell where it ends. A time of many words is one field, which other text must end.
 */
export function timeParts(name: string, pattern: string): readonly TemplatePart[] {
  const words = pattern.split(' ')
  const fields = fieldsOf(words)
  return fields.flatMap((field, index): readonly TemplatePart[] =>
    index === 0 ? [{ field, name }] : [{ text: ' ' }, { field, name }],
  )
}

function fieldsOf(words: readonly string[]): readonly Field[] {
  const isZoned = isZone(words.at(-1) ?? '')
  if (words.length === 3 && isZoned) return ['date', 'time', 'offset']
  if (words.length === 2) return isZoned ? ['time', 'offset'] : ['date', 'time']
  const [only = ''] = words
  if (words.length === 1 && isZone(only)) return ['offset']
  return words.length === 1 && isDate(only) ? ['date'] : ['time']
}

function isZone(word: string): boolean {
  return word === '%z' || word === '%Z'
}

/** Nothing in it tells hours. */
function isDate(word: string): boolean {
  return word.includes('%') && !/%[^YmdFbhye]/.test(word)
}
