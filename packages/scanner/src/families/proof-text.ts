import type { Part, Proof } from '@redalert/core'
import { joined } from '../report/joined.ts'
import { say, terminalText, type TerminalText } from '../report/terminal.ts'

/** What it takes for a proof: `any of nimda-tftp`, `5 different within two hours of …`. */
export function proofText(proof: Proof): TerminalText {
  if ('any' in proof) return say`one of ${marksText(proof.any)}`
  const parts = joined(proof.of.map(partText), say`, `)
  return say`${proof.distinct} different ones within two adjoining hours, of ${parts}`
}

/** The names of marks, one behind the other. */
export function marksText(marks: readonly string[]): TerminalText {
  return joined(marks.map(terminalText), say`, `)
}

function partText(part: Part): TerminalText {
  if (typeof part === 'string') return terminalText(part)
  return say`${terminalText(part.mark)} (not beside ${joined(part.unless.map(terminalText), say` or `)})`
}
