import { startsWith } from './starts-with.ts'

/** Files that lie beside logs, by their first bytes: only to call them by their name, what is binary is told below. */
const kinds: readonly { readonly what: string; readonly start: readonly number[] }[] = [
  { what: 'a program', start: [0x7f, 0x45, 0x4c, 0x46] },
  { what: 'a program', start: [0x4d, 0x5a] },
  { what: 'a program', start: [0xcf, 0xfa, 0xed, 0xfe] },
  { what: 'a PNG picture', start: [0x89, 0x50, 0x4e, 0x47] },
  { what: 'a JPEG picture', start: [0xff, 0xd8, 0xff] },
  { what: 'a GIF picture', start: [0x47, 0x49, 0x46, 0x38] },
  { what: 'a PDF document', start: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { what: 'an SQLite database', start: [...Buffer.from('SQLite format 3\0', 'latin1')] },
  { what: 'a Windows event log', start: [...Buffer.from('ElfFile\0', 'latin1')] },
  { what: 'a systemd journal', start: [...Buffer.from('LPKSHHRH', 'latin1')] },
  { what: 'a network capture', start: [0xd4, 0xc3, 0xb2, 0xa1] },
  { what: 'a network capture', start: [0x0a, 0x0d, 0x0d, 0x0a] },
]

/**
 * What a binary file is, in words; undefined when this may be a log. Old servers log a request's bytes as they came, so
 * strange bytes alone prove nothing: a file is binary when it holds a NUL, which no server lets into a line, and is
 * known by its first bytes or mostly has "lines" that do not begin as text. No client can write a line's beginning.
 */
export function binaryKind(head: Uint8Array): string | undefined {
  if (!head.includes(0)) return undefined
  const known = kinds.find(({ start }) => startsWith(head, start))
  if (known) return known.what
  return beginsAsText(head) ? undefined : 'binary data'
}

function beginsAsText(head: Uint8Array): boolean {
  let lines = 0
  let texts = 0
  for (let from = 0, end = 0; end !== -1 && from < head.length; from = end + 1) {
    end = head.indexOf(0x0a, from)
    const line = head.subarray(from, end === -1 ? head.length : end)
    if (line.length === 0) continue
    lines++
    if (line.subarray(0, 16).every(byte => byte >= 0x20 || byte === 0x09 || byte === 0x0d)) texts++
  }
  return texts * 2 >= lines
}
