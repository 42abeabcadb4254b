import type { Untrusted } from './untrusted.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

/** The text that bytes (one character each) mean in UTF-8, or undefined when they are none. */
export function fromByteText(bytes: Untrusted): string | undefined {
  if (isAscii(bytes)) return bytes
  const array = new Uint8Array(bytes.length)
  for (let index = 0; index < bytes.length; index++) array[index] = bytes.charCodeAt(index)
  try {
    return utf8.decode(array)
  } catch {
    return undefined
  }
}

/** The bytes of a text in UTF-8, one character each: the inverse of {@link fromByteText}. */
export function toByteText(text: string): Untrusted {
  if (isAscii(text)) return text
  const bytes = encoder.encode(text)
  let made = ''
  for (let start = 0; start < bytes.length; start += 4096) {
    made += String.fromCharCode(...bytes.subarray(start, start + 4096))
  }
  return made
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false
  return true
}
