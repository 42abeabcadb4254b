import type { TestedField } from '../signatures/signature.ts'

/**
 * The ways in which a character of a decoded field may stand in the raw line, other than by a needless escape: as itself,
 * by what decoding takes for it, by a plain percent escape. Letters, digits and `._~-` only as themselves: whoever escapes
 * one is noticed for that. None when only an escape can bring it about.
 */
export function spellings(char: string, field: TestedField): readonly string[] {
  const code = char.charCodeAt(0)
  if (code > 0xff) return []
  if (isUnreserved(code)) return [char]
  const inPath = field === 'path' || field === 'missing'
  const upper = code - 0x20
  // Paths lose case, also beyond ASCII: `à` may be logged as `À`, one character per byte.
  if (inPath && code >= 0xe0 && code <= 0xfe && code !== 0xf7)
    return [...written(code), ...written(upper)]
  if (inPath && char === '/') return [...written(code), '\\/', ...written(backslash)]
  if (char === ' ') return [...written(code), '+']
  return written(code)
}

/** Letters, digits and `._~-`: no client that means well escapes them. */
export function isUnreserved(code: number): boolean {
  const lower = code | 0x20
  return (
    (code >= 0x30 && code <= 0x39) ||
    (lower >= 0x61 && lower <= 0x7a) ||
    code === 0x2e ||
    code === 0x5f ||
    code === 0x7e ||
    code === 0x2d
  )
}

const backslash = 0x5c

/** As itself, percent-escaped, or by the short escape that servers and JSON have for it. */
function written(code: number): readonly string[] {
  const char = String.fromCharCode(code)
  const short = shortEscapes.get(char)
  const percent = `%${code.toString(16).padStart(2, '0')}`
  return short === undefined ? [char, percent] : [char, percent, `\\${short}`]
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ['"', '"'],
  ['\n', 'n'],
  ['\r', 'r'],
  ['\t', 't'],
  ['\v', 'v'],
  ['\b', 'b'],
  ['\f', 'f'],
])
