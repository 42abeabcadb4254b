import { isNeedless, leastSecond } from './needless.ts'
import type { Sought } from './literals.ts'
import { windowLength, withoutCase } from './windows.ts'

/**
 * Whether a part of a raw line, one character per byte, holds one of the windows or an escape to be noticed: if not, it
 * gives no mark. What the engine does with sixteen bytes at a time, in words.
 */
export function mayAccuse(raw: string, { texts, escaped }: Sought): boolean {
  const folded = withoutCase(raw)
  const windows = new Set(texts)
  for (let at = 0; at < raw.length; at++) {
    if (windows.has(folded.slice(at, at + windowLength))) return true
    if (isNoticed(raw, at, escaped)) return true
  }
  return false
}

/** An escape that means something else than it says: of a byte that needs none, or the start of an overlong form. */
export function isNoticed(text: string, at: number, escaped: readonly number[]): boolean {
  const char = text.charAt(at)
  const code = text.charCodeAt(at)
  if (char === '%') {
    if (text.charAt(at + 1).toLowerCase() === 'u') return true
    const byte = hexByte(text, at + 1)
    return byte !== undefined && isSuspicious(byte, text, at + 3)
  }
  if (char === '\\') {
    const kind = text.charAt(at + 1)
    if (kind === 'u') return isNoticedUnit(text, at + 2, escaped)
    const byte = kind === 'x' ? hexByte(text, at + 2) : undefined
    return byte !== undefined && (escaped.includes(byte) || isSuspicious(byte, text, at + 4))
  }
  // `${` and `$IFS`, whatever hides their second character: undo-lookups.ts takes them away.
  if (char === '$') return '{%\\Ii'.includes(text.charAt(at + 1)) && at + 1 < text.length
  return code >= 0x80 && isSuspicious(code, text, at + 1)
}

/** `\u0041` in JSON; beyond ASCII it becomes several bytes. */
function isNoticedUnit(text: string, at: number, escaped: readonly number[]): boolean {
  const low = text.slice(at, at + 2) === '00' ? hexByte(text, at + 2) : undefined
  return low === undefined || low >= 0x80 || escaped.includes(low) || isNeedless(low)
}

function isSuspicious(byte: number, text: string, next: number): boolean {
  if (isNeedless(byte)) return true
  const least = leastSecond(byte)
  if (least === undefined) return false
  const second = byteAt(text, next)
  return second === undefined || second < least || second > 0xbf
}

/** The byte that stands here, as itself or in the simplest escape. */
function byteAt(text: string, at: number): number | undefined {
  if (text.charAt(at) === '%') return hexByte(text, at + 1)
  if (text.charAt(at) === '\\')
    return text.charAt(at + 1) === 'x' ? hexByte(text, at + 2) : undefined
  return at < text.length ? text.charCodeAt(at) : undefined
}

function hexByte(text: string, at: number): number | undefined {
  const digits = text.slice(at, at + 2)
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : undefined
}
