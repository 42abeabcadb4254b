import type { Untrusted } from '@redalert/core'
import type { Clue, SourceName } from './clue.ts'

const longest = 1000

/**
 * The mailbox to which a remark asks that abuse be reported; a remark is prose, and never enough by itself. Prose that
 * names several, or says "do not", asks for none.
 */
export function clueOfRemark(text: Untrusted, source: SourceName, path: string): Clue | undefined {
  const line = text.slice(0, longest)
  const lower = line.toLowerCase()
  if (!lower.includes('abuse') || lower.includes(' not ')) return undefined
  const mailboxes = line
    .split(/[\s<>()[\],;"']/)
    .map(trimDots)
    .filter(word => word.includes('@'))
  const [mailbox, other] = mailboxes
  if (!mailbox || other) return undefined
  return { mailbox, source, roles: [], path: `${path} > a remark`, remarked: true }
}

function trimDots(word: string): string {
  let end = word.length
  while (end > 0 && (word[end - 1] === '.' || word[end - 1] === ':')) end--
  return word.slice(0, end)
}
