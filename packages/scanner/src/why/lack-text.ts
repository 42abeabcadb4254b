import type { Lack } from '@redalert/core'
import { marksText } from '../families/proof-text.ts'
import { joined } from '../report/joined.ts'
import { say, terminalText, type TerminalText } from '../report/terminal.ts'

/** What is missing for a surer judgement. */
export function lackText(lack: Lack): TerminalText {
  switch (lack.kind) {
    case 'any':
      return lack.marks.length === 1
        ? say`the mark ${marksText(lack.marks)}`
        : say`one of the marks ${marksText(lack.marks)}`
    case 'distinct': {
      const { needed, seen, unseen } = lack
      const so =
        seen.length === 0 ? say`none was seen` : say`seen ${seen.length}: ${marksText(seen)}`
      return say`${needed} different marks within two adjoining hours; ${so}; not seen: ${marksText(unseen)}`
    }
    case 'own-payload':
      return say`a request that names the source itself as the place to fetch the program from`
    case 'devices': {
      const seen =
        lack.seen.length === 0
          ? say`none was seen`
          : say`seen: ${joined(lack.seen.map(terminalText), say`, `)}`
      return say`programs for two kinds of device within two adjoining hours; ${seen}`
    }
  }
}
