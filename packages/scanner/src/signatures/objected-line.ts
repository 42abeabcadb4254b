import { say, terminalText, type TerminalText } from '../report/terminal.ts'
import type { Objected } from './objected.ts'

/** The one line that tells an objection, as editors and compilers point at lines. */
export function objectedLine({ file, line, column, at, problem, help }: Objected): TerminalText {
  const where = at === '' ? say`` : say`${terminalText(at)}: `
  return say`${terminalText(file)}:${line}:${column}: ${where}${terminalText(problem)}; ${terminalText(help)}`
}
