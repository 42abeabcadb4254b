import type { WantedFamilies } from '@redalert/core'
import { terminalText } from '../report/terminal.ts'

/** What a person must know of the families that are looked for, a note each. */
export function familyNotes({ brought, unknown, refused }: WantedFamilies): readonly string[] {
  return [
    ...brought.map(
      ({ name }) => `${terminalText(name)} is new to this program: the appeal brought it`,
    ),
    ...unknown.map(
      id => `this program does not know ${terminalText(id)}, and does not look for it`,
    ),
    ...refused.map(each =>
      each.kind === 'known'
        ? `the appeal says what ${terminalText(each.name)} is: this program knows better, and goes by that`
        : `family ${each.index + 1} of the appeal does not convince, and is not looked for`,
    ),
  ]
}
