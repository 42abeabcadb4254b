import type { Value } from '../value.ts'
import { notAmong } from './choice.ts'
import { text } from './text.ts'

/** The id of a family that is looked for; a folder of own families may know more of them than can be known here. */
export const family: Value<string> = { ...text('ID'), choices: ({ families }) => families }

/** What to say of the first family that there is not. */
export function unknownFamily(
  given: readonly string[],
  known: readonly string[],
): string | undefined {
  const odd = given.find(id => !known.includes(id))
  return odd === undefined ? undefined : `--family: ${odd} ${notAmong(odd, known)}`
}
