import { binaryKind } from './binary.ts'
import { packings } from './packings.ts'
import { startsWith } from './starts-with.ts'

/** How the letters of a log are stored: `bytes` are left as they are. */
export type Encoding = 'bytes' | 'utf-16le' | 'utf-16be'

/** What a file holds, told by its first bytes and never by its name. */
export type Content =
  | { readonly kind: 'gzip' }
  | { readonly kind: 'zstd' }
  /** Packed in a way that we leave to others: `unpack` is the command. */
  | { readonly kind: 'packed'; readonly what: string; readonly unpack: string }
  | { readonly kind: 'binary'; readonly what: string }
  /** `mark` is the length of the byte order mark. */
  | { readonly kind: 'text'; readonly encoding: Encoding; readonly mark: number }

/** How many bytes must be at hand (or all there are) for {@link recognise} to be sure. */
export const headSize = 64 * 1024

export function recognise(head: Uint8Array): Content {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { kind: 'text', encoding: 'bytes', mark: 3 }
  if (startsWith(head, [0xff, 0xfe])) return { kind: 'text', encoding: 'utf-16le', mark: 2 }
  if (startsWith(head, [0xfe, 0xff])) return { kind: 'text', encoding: 'utf-16be', mark: 2 }
  if (startsWith(head, [0x1f, 0x8b])) return { kind: 'gzip' }
  if (startsWithZstd(head)) return { kind: 'zstd' }
  const packing = packings.find(({ fits }) => fits(head))
  if (packing) return { kind: 'packed', what: packing.what, unpack: packing.unpack }
  if (isWide(head, 1)) return { kind: 'text', encoding: 'utf-16le', mark: 0 }
  if (isWide(head, 0)) return { kind: 'text', encoding: 'utf-16be', mark: 0 }
  const what = binaryKind(head)
  return what === undefined
    ? { kind: 'text', encoding: 'bytes', mark: 0 }
    : { kind: 'binary', what }
}

/** Whether a zstd frame begins here, or a skippable one, with which some writers begin. */
export function startsWithZstd(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0x28, 0xb5, 0x2f, 0xfd])) return true
  return ((bytes[0] ?? 0) & 0xf0) === 0x50 && startsWith(bytes.subarray(1), [0x2a, 0x4d, 0x18])
}

/**
 * Whether this is UTF-16 without a mark: nearly every unit has a zero upper byte and a lower byte that text has.
 * A binary file of small 16-bit numbers has the zeroes and not the text.
 */
function isWide(head: Uint8Array, upper: 0 | 1): boolean {
  const units = head.length >>> 1
  let latin = 0
  for (let unit = 0; unit < units; unit++) {
    if (head[unit * 2 + upper] === 0 && isText(head[unit * 2 + 1 - upper] ?? 0)) latin++
  }
  return units > 1 && latin >= units * 0.9
}

function isText(byte: number): boolean {
  return (
    (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte >= 0xa0
  )
}
