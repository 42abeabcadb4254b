import type { Row } from '../../finding.ts'
import { say, terminalText, type TerminalText } from '../terminal.ts'
import { widthOf } from '../width.ts'

/** Where the first line of a row stands, and how many other files hold lines of it; folders give way to the columns. */
export function whereOf({ files, evidence }: Row, columns: number): TerminalText {
  const { file = files[0] ?? '', line } = evidence[0] ?? {}
  const place = line === undefined ? terminalText(file) : say`${terminalText(file)}:${line}`
  const others = files.length > 1 ? say` +${files.length - 1}` : say``
  return say`${endOf(place, columns - others.length)}${others}`
}

/** The end of a path: from its last separator on where the name fits, and as much as fits where not. */
function endOf(path: TerminalText, columns: number): TerminalText {
  if (widthOf(path) <= columns) return path
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), 0))
  if (widthOf(name) < columns) return say`…${name as TerminalText}`
  const letters = Array.from(name)
  let end = ''
  while (widthOf(end) + widthOf(letters.at(-1) ?? '') < columns) end = `${letters.pop()}${end}`
  return say`…${end as TerminalText}`
}
