/** The bytes that the inside of a JSON string means: escapes undone, characters beyond ASCII as UTF-8, one character per byte. */
export function unescapeJson(text: string): string {
  const first = text.indexOf('\\')
  if (first === -1) return text
  let plain = text.slice(0, first)
  for (let at = first; at < text.length; at++) {
    const char = text.charAt(at)
    if (char !== '\\') {
      plain += char
      continue
    }
    const next = text.charAt(++at)
    const byte = next === 'x' ? hexNumber(text, at + 1, 2) : undefined
    if (byte !== undefined) {
      // No JSON, but what nginx writes into one unless it is told to escape for JSON.
      at += 2
      plain += String.fromCharCode(byte)
      continue
    }
    if (next !== 'u') {
      plain += simple.get(next) ?? `\\${next}`
      continue
    }
    const unit = hexNumber(text, at + 1, 4)
    if (unit === undefined) {
      plain += '\\u'
      continue
    }
    at += 4
    const low =
      unit >= 0xd800 && unit < 0xdc00 && text.startsWith('\\u', at + 1)
        ? hexNumber(text, at + 3, 4)
        : undefined
    if (low !== undefined && low >= 0xdc00 && low < 0xe000) {
      at += 6
      plain += utf8((unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000)
    } else {
      plain += utf8(unit)
    }
  }
  return plain
}

const simple: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

function hexNumber(text: string, at: number, length: number): number | undefined {
  const digits = text.slice(at, at + length)
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) return undefined
  return Number.parseInt(digits, 16)
}

function utf8(code: number): string {
  if (code < 0x80) return String.fromCharCode(code)
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 0x3f))
  const tail = [0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]
  if (code < 0x10000) return String.fromCharCode(0xe0 | (code >> 12), ...tail)
  return String.fromCharCode(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), ...tail)
}
