import { nearestName } from '@redalert/core'
import type { Value } from '../value.ts'

/** One of a few words; a mistyped one names the nearest. */
export function choice<const Choice extends string>(
  shown: string,
  choices: readonly Choice[],
): Value<Choice> {
  return {
    shown,
    choices: () => choices,
    read(given) {
      const found = choices.find(each => each === given)
      return found === undefined ? { wrong: notAmong(given, choices) } : { value: found }
    },
  }
}

/** What to say of a word that is none of those it can be. */
export function notAmong(given: string, choices: readonly string[]): string {
  const nearest = nearestName(given, choices)
  if (nearest !== undefined) return `is not known: did you mean ${nearest}?`
  return `is not known: it can be ${choices.slice(0, -1).join(', ')}${choices.length > 1 ? ' or ' : ''}${choices.at(-1)}`
}
