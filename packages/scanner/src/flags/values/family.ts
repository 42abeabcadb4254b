import type { Value } from '../value.ts'
import { notAmong } from './choice.ts'

/** The id of a family that is looked for. */
export const family: Value<string> = {
  shown: 'ID',
  choices: ({ families }) => families,
  read: (given, { families }) =>
    families.includes(given) ? { value: given } : { wrong: notAmong(given, families) },
}
