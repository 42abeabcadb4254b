import type { PostedLetter } from '../../letterbox.ts'
import { safeText } from '../safe-text.ts'

const widths = [6, 8, 11, 6, 14, 36] as const

/** The names of the columns. */
export const lettersHeading = row(['number', 'state', 'stage', 'hosts', 'case', 'to', 'because'])

/** A letter as one line for people. */
export function letterRow({
  id,
  state,
  stage,
  hosts,
  caseName,
  mailbox,
  because,
}: PostedLetter): string {
  return row([String(id), state, stage, String(hosts.length), caseName, mailbox, because ?? ''])
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => safeText(cell).padEnd(widths[index] ?? 0))
    .join(' ')
    .trimEnd()
}
