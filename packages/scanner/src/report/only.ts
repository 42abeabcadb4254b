import type { Finding, PayloadHost, Row } from '../finding.ts'
import { isMachine } from './counts.ts'
import type { OnlyField } from './only-fields.ts'
import type { Report } from './report.ts'
import { terminalBytes, terminalText, type TerminalText } from './terminal.ts'

/** One field of the rows, each value once and one a line, for other programs; scanners and proxies are left out. */
export const only: Report = {
  showsUnread: false,
  async *write(findings, { only: field = 'source' }) {
    const told = new Set<string>()
    for await (const finding of findings) {
      for (const value of valuesOf(finding, field)) {
        if (told.has(value)) continue
        told.add(value)
        yield `${value}\n`
      }
    }
  },
}

function valuesOf(finding: Finding, field: OnlyField): readonly TerminalText[] {
  if (finding.kind === 'payload-host' && field === 'payload-host')
    return [terminalBytes(finding.host)]
  if (finding.kind === 'sighting' && field !== 'payload-host' && isMachine(finding))
    return fields[field](finding)
  return []
}

const fields: Readonly<
  Record<Exclude<OnlyField, PayloadHost['kind']>, (row: Row) => readonly TerminalText[]>
> = {
  source: ({ source }) => [terminalText(source)],
  family: ({ family }) => [terminalText(family)],
  hole: ({ hole }) => [terminalText(hole)],
  grade: ({ grade }) => [terminalText(grade)],
  mark: ({ cells }) => cells.map(({ mark }) => terminalText(mark)),
  file: ({ files }) => files.map(terminalText),
}
