import { isFile } from './is-file.ts'
import type { Part } from './mime/part.ts'

/** What a person reads: all plain text, and HTML that has no plain text beside it. */
export function textParts(parts: readonly Part[]): readonly Part[] {
  const inline = parts.filter(part => !isFile(part) && part.type.startsWith('text/'))
  const plain = inline.filter(({ type, bytes }) => type !== 'text/html' && hasInk(bytes))
  const alternatives = new Set(plain.map(({ alternative }) => alternative))
  const alone = inline.filter(
    ({ type, alternative }) =>
      type === 'text/html' &&
      (alternative === undefined ? plain.length === 0 : !alternatives.has(alternative)),
  )
  return inline.filter(part => plain.includes(part) || alone.includes(part))
}

function hasInk(bytes: Uint8Array): boolean {
  return bytes.some(byte => byte > 0x20)
}
