import type { Row } from '../finding.ts'
import { recordOf } from './record-of.ts'
import type { Report } from './report.ts'
import { terminalBytes, terminalText, type TerminalText } from './terminal.ts'

/** The rows for a spreadsheet: RFC 4180 with a heading line, times in UTC, the first line of the evidence at the end. */
export const csv: Report = {
  showsUnread: false,
  async *write(findings) {
    yield lineOf(Object.keys(columns).map(terminalText))
    for await (const finding of findings) {
      if (finding.kind === 'sighting')
        yield lineOf(Object.values(columns).map(cellOf => cellOf(finding)))
    }
  },
}

const columns: Readonly<Record<string, (row: Row) => TerminalText>> = {
  source: ({ source }) => terminalText(source),
  family: ({ family }) => terminalText(family),
  hole: ({ hole }) => terminalText(hole),
  grade: ({ grade }) => terminalText(grade),
  reason: ({ reason }) => terminalText(reason),
  set_apart: ({ setApart }) => terminalText(setApart ?? ''),
  clock: ({ clock }) => terminalText(clock),
  first_seen: ({ first }) => terminalText(first),
  last_seen: ({ last }) => terminalText(last),
  lines: ({ lines }) => terminalText(String(lines)),
  requests: ({ requests }) => terminalText(String(requests.count)),
  requests_estimated: ({ requests }) => terminalText(requests.exact ? 'no' : 'yes'),
  files: ({ files }) => terminalText(files.join(', ')),
  evidence_file: ({ evidence }) => terminalText(evidence[0]?.file ?? ''),
  evidence_line: ({ evidence }) => terminalText(String(evidence[0]?.line ?? '')),
  evidence: ({ evidence }) => terminalBytes(recordOf(evidence[0]?.text ?? '')),
}

function lineOf(cells: readonly TerminalText[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** A cell that no spreadsheet takes for a formula, nor for the end of itself. */
function csvCell(text: TerminalText): string {
  const harmless = /^[\s'"]*[=+\-@|%＝＋－＠]/u.test(text) ? `'${text}` : text
  return /[",]/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless
}
