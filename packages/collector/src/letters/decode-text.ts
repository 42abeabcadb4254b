import { toByteText } from '@redalert/core'
import type { RepairKind } from './repair-kinds.ts'

/** A text of one character per byte, as UTF-8 spells it, and what was undone for it. */
export type DecodedText = { readonly text: string; readonly repairs: readonly RepairKind[] }

/** Reads bytes in the character set they are said to be in; a byte order mark says it better. Undefined when nobody knows the set. */
export function decodeText(
  bytes: Uint8Array,
  charset: string | undefined,
): DecodedText | undefined {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le', 'utf-16')
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be', 'utf-16')
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return { text: Buffer.from(bytes.subarray(3)).toString('latin1'), repairs: ['bom'] }
  }
  const name = (charset ?? '').trim().toLowerCase()
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  if (asIs.has(name) || isAscii(plain)) return { text: plain, repairs: [] }
  return decoded(bytes, name, name.startsWith('utf-16') ? 'utf-16' : 'charset')
}

const asIs: ReadonlySet<string> = new Set([
  '',
  'utf-8',
  'utf8',
  'us-ascii',
  'ascii',
  'binary',
  '8bit',
])

function decoded(bytes: Uint8Array, label: string, repair: RepairKind): DecodedText | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes)
    return { text: toByteText(text), repairs: [repair] }
  } catch {
    return undefined
  }
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // A zero byte or an escape sequence is how other sets than ASCII begin.
    if (code > 0x7e || code === 0 || code === 0x1b) return false
  }
  return true
}
