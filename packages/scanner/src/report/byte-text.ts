import type { Untrusted } from '@redalert/core'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text that bytes (one character each) mean in UTF-8, or undefined when they are none. */
export function fromUtf8(bytes: Untrusted): string | undefined {
  if (isAscii(bytes)) return bytes
  try {
    return utf8.decode(Buffer.from(bytes, 'latin1'))
  } catch {
    return undefined
  }
}

/** The bytes of a text in UTF-8, one character each: the inverse of {@link fromUtf8}. */
export function toUtf8(text: string): Untrusted {
  return isAscii(text) ? text : Buffer.from(text, 'utf8').toString('latin1')
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false
  return true
}
