import type { Row } from '../../finding.ts'
import { grouped } from '../amount.ts'
import { say, type TerminalText } from '../terminal.ts'

/** How many different requests a row holds, as its column shows it. */
export function requestsOf({ requests }: Pick<Row, 'requests'>): TerminalText {
  const count = grouped(requests.count)
  return requests.exact ? count : say`≈${count}`
}

/** How many lines of the logs made a row. */
export function lineCountOf({ lines }: Pick<Row, 'lines'>): TerminalText {
  return grouped(lines)
}
