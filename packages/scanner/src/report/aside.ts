import type { FileFault, FileRemark, UnreadLine } from '../finding.ts'
import { say, terminalText, type TerminalText } from './terminal.ts'

/** The one line that tells a fault, a remark or an unread line, as editors and compilers point at lines. */
export function aside(finding: FileFault | FileRemark | UnreadLine): TerminalText {
  switch (finding.kind) {
    case 'fault':
      return say`redalert: ${terminalText(finding.message)}`
    case 'remark':
      return say`redalert: note: ${terminalText(finding.message)}`
    case 'unread':
      return say`${terminalText(finding.file)}:${finding.line}: ${terminalText(finding.reason)}`
  }
}
