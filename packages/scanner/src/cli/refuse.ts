import { terminalText } from '../report/terminal.ts'
import type { Io } from './io.ts'

/** Says what is wrong with what was asked for, and gives the exit code. */
export function refuse(message: string, { stderr }: Io): number {
  stderr.write(`redalert: ${terminalText(message)}\n`)
  return 2
}
