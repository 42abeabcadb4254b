import type { Untrusted } from '@redalert/core'
import { breakUp } from './break-up.ts'
import { cutNote } from './cut-note.ts'
import { type MailText, mailBytes } from './mail-text.ts'
import { shortenRuns } from './runs.ts'

const longest = 300
/** A record below the header lines that explain it. */
const mostLines = 5

/**
 * Evidence as a letter shows it, line by line: readable, and no longer what it proves. Whoever needs the bytes takes the
 * XARF report.
 */
export function harmlessEvidence(
  evidence: Untrusted,
  literals: readonly string[],
): readonly MailText[] {
  const lines = evidence.split('\n', mostLines + 1)
  const shown = lines.slice(0, mostLines).map(line => harmless(line, literals))
  return lines.length > mostLines ? [...shown, '[... more lines]' as MailText] : shown
}

/** One field of a request, made harmless the same way. */
export function harmless(bytes: Untrusted, literals: readonly string[]): MailText {
  const letters = Array.from(shortenRuns(mailBytes(bytes)))
  const broken = breakUp(letters.slice(0, longest).join('') as MailText, literals)
  const left = letters.length - longest
  return left > 0 ? ((broken + cutNote(left)) as MailText) : broken
}
