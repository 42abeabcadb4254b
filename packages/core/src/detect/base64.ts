import { note } from './steps.ts'

/** Reads base64 up to the first character that is none, in both its alphabets; one character for each byte. */
export function decodeBase64(text: string): string {
  let plain = ''
  let bits = 0
  let held = 0
  for (let index = 0; index < text.length; index++) {
    const value = valueOf(text.charCodeAt(index))
    note(1)
    if (value === undefined) break
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    plain += String.fromCharCode((bits >> held) & 0xff)
  }
  return plain
}

function valueOf(code: number): number | undefined {
  if (code >= 0x41 && code <= 0x5a) return code - 0x41
  if (code >= 0x61 && code <= 0x7a) return code - 0x61 + 26
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 52
  if (code === 0x2b || code === 0x2d) return 62
  return code === 0x2f || code === 0x5f ? 63 : undefined
}
