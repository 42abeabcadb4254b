import type { Untrusted } from './untrusted.ts'

// The language's own coder of addresses serves here: `TextDecoder` is the platform's, and core has none.

/** The text that bytes (one character each) mean in UTF-8, or undefined when they are none. */
export function fromByteText(bytes: Untrusted): string | undefined {
  if (isAscii(bytes)) return bytes
  let escaped = ''
  for (let index = 0; index < bytes.length; index++) {
    escaped += `%${bytes.charCodeAt(index).toString(16).padStart(2, '0')}`
  }
  try {
    return decodeURIComponent(escaped)
  } catch {
    return undefined
  }
}

/** The bytes of a text in UTF-8, one character each: the inverse of {@link fromByteText}. */
export function toByteText(text: string): Untrusted {
  if (isAscii(text)) return text
  return encodeURIComponent(text.toWellFormed()).replaceAll(/%(..)/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false
  return true
}
