import type { KeptHeard } from '../../ledger/heard-book.ts'
import { safeText } from '../safe-text.ts'

const widths = [6, 20, 11, 14, 32] as const

/** The names of the columns. */
export const heardHeading: string = row(['number', 'came', 'kind', 'case', 'from', 'subject'])

/** What came back as one line for people. */
export function heardRow({ number, at, kind, caseName, sender, subject }: KeptHeard): string {
  return row([String(number), at, kind, caseName ?? '', sender, subject])
}

/** What came back, whole. */
export function heardLines(heard: KeptHeard): readonly string[] {
  const { contact, letter, isProven, isOpen } = heard
  return [
    heardHeading,
    heardRow(heard),
    ...(contact === null
      ? []
      : [
          `about a letter to ${safeText(contact)}${letter === null ? '' : `: outbox show ${letter}`}`,
        ]),
    ...(isProven
      ? []
      : [
          'It did not come to an address that only readers of the letter know: it changed nothing.',
        ]),
    ...(isOpen ? [] : ['Nobody need look at it any more.']),
    '',
    ...heard.text.split('\n').map(safeText),
  ]
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => safeText(cell).padEnd(widths[index] ?? 0))
    .join(' ')
    .trimEnd()
}
