import type { Escapes } from '../model/entry.ts'
import { note } from './steps.ts'

/**
 * Undoes the encodings by which the same request can be spelled in many ways, until nothing changes: percent, double
 * percent, overlong UTF-8 as IIS took it (MS00-078) and `%u` (MS01-033's spelling). One pass: whenever what has been
 * written ends in an encoding it becomes its character, so any nesting costs linear time.
 */
export function decode(text: string): string {
  if (!text.includes('%') && !hasOverlongLead(text)) return text
  const codes: number[] = []
  for (let index = 0; index < text.length; index++) append(codes, text.charCodeAt(index))
  return textOf(codes)
}

/** Undoes, once, how servers write bytes that they would not write plainly: `\xhh`, `\\`, `\"` and the C escapes of Apache and nginx. */
export function unescapeLog(text: string, escapes: Escapes): string {
  if (escapes === 'none' || escapes === 'plus') return text
  const first = text.indexOf('\\')
  if (first === -1) return text
  let plain = text.slice(0, first)
  for (let index = first; index < text.length; index++) {
    const char = text.charAt(index)
    if (char !== '\\') {
      plain += char
      continue
    }
    const next = text.charAt(++index)
    const byte = next === 'x' ? hexValue(text, index + 1, 2) : undefined
    if (byte !== undefined) {
      plain += String.fromCharCode(byte)
      index += 2
    } else {
      plain += simpleEscapes.get(next) ?? `\\${next}`
    }
  }
  return plain
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ['"', '"'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['b', '\b'],
  ['f', '\f'],
])

/** Writes a character and replaces what is written for as long as it ends in an encoding. */
function append(codes: number[], code: number): void {
  codes.push(code)
  for (;;) {
    note(1)
    const decoded = endOf(codes)
    if (!decoded) return
    codes.length -= decoded.length
    codes.push(decoded.code)
  }
}

type Ending = { readonly length: number; readonly code: number }

function endOf(codes: readonly number[]): Ending | undefined {
  return percentEnd(codes) ?? unicodeEnd(codes) ?? overlongEnd(codes)
}

const percent = 0x25

function percentEnd(codes: readonly number[]): Ending | undefined {
  if (codes.at(-3) !== percent) return undefined
  const high = digit(codes.at(-2))
  const low = digit(codes.at(-1))
  return high === undefined || low === undefined ? undefined : { length: 3, code: high * 16 + low }
}

function unicodeEnd(codes: readonly number[]): Ending | undefined {
  if (codes.at(-6) !== percent || ((codes.at(-5) ?? 0) | 0x20) !== 0x75) return undefined
  let code = 0
  for (const place of [-4, -3, -2, -1]) {
    const value = digit(codes.at(place))
    if (value === undefined) return undefined
    code = code * 16 + value
  }
  return { length: 6, code: narrow(code) }
}

/** IIS takes the full-width forms of U+FF01 to U+FF5E for plain ASCII. */
function narrow(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code
}

/** The lead bytes C0, C1, E0 and F0 with a needlessly long sequence behind them: never valid UTF-8, always a disguise. */
function overlongEnd(codes: readonly number[]): Ending | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = [codes.at(-4), codes.at(-3), codes.at(-2), codes.at(-1)]
  if (c === 0xc0 || c === 0xc1) {
    const code = ((c & 1) << 6) | (d & 0x3f)
    return isContinuation(d) || isSeparator(code) ? { length: 2, code } : undefined
  }
  if (b === 0xe0 && c >= 0x80 && c < 0xa0 && isContinuation(d)) {
    return { length: 3, code: ((c & 0x3f) << 6) | (d & 0x3f) }
  }
  if (a === 0xf0 && b === 0x80 && c >= 0x80 && c < 0xa0 && isContinuation(d)) {
    return { length: 4, code: ((c & 0x3f) << 6) | (d & 0x3f) }
  }
  return undefined
}

function isContinuation(code: number): boolean {
  return code >= 0x80 && code <= 0xbf
}

/** What IIS's old decoder made of C1 1C and C0 2F, whose second byte is no continuation at all. */
function isSeparator(code: number): boolean {
  return code === 0x2f || code === 0x5c || code === 0x2e
}

function hasOverlongLead(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0xc0 || code === 0xc1 || code === 0xe0 || code === 0xf0) return true
  }
  return false
}

function hexValue(text: string, at: number, length: number): number | undefined {
  let value = 0
  for (let index = at; index < at + length; index++) {
    const next = digit(text.charCodeAt(index))
    if (next === undefined) return undefined
    value = value * 16 + next
  }
  return value
}

function digit(code: number | undefined): number | undefined {
  if (code === undefined || Number.isNaN(code)) return undefined
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : undefined
}

function textOf(codes: readonly number[]): string {
  let text = ''
  for (let start = 0; start < codes.length; start += 4096) {
    text += String.fromCharCode(...codes.slice(start, start + 4096))
  }
  return text
}
