/** A place in a text as editors show it: both count from 1. */
export type Position = { readonly line: number; readonly column: number }

/** The line and column of a place in a text; a line ends with LF, CRLF or CR. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).replaceAll('\r\n', ' \n').replaceAll('\r', '\n')
  const line = before.split('\n').length
  return { line, column: before.length - before.lastIndexOf('\n') }
}
