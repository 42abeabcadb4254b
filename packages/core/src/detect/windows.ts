import type { TestedField } from '../signatures/signature.ts'
import { isUnreserved, spellings } from './spellings.ts'

/** How many raw bytes a window has. */
export const windowLength = 4

/** Four characters of a literal: where the literal stands in a raw line, one of these texts does, or one of these bytes as a server's escape. */
export type Window = {
  /** Every spelling, cut to its first four bytes and without case, see {@link withoutCase}. */
  readonly texts: readonly string[]
  /** The bytes among them that a server may write as `\\x28`, or JSON as `\\u0028`. */
  readonly escaped: readonly number[]
}

/**
 * The windows of a literal, each of which is enough to find it by; undefined when it is too short to have one. A literal
 * that only an escape can spell has the empty window: who escapes is noticed for that.
 */
export function windowsOf(literal: string, field: TestedField): readonly Window[] | undefined {
  const chars = literal.split('')
  const forms = chars.map(char => spellings(char, field))
  if (forms.some(each => each.length === 0)) return [{ texts: [], escaped: [] }]
  if (chars.length < windowLength) return undefined
  return chars
    .slice(windowLength - 1)
    .map((_, start) => spelled(forms.slice(start, start + windowLength)))
}

function spelled(forms: readonly (readonly string[])[]): Window {
  let windows: ReadonlySet<string> = new Set([''])
  for (const ways of forms) {
    windows = new Set(
      [...windows].flatMap(begun =>
        begun.length >= windowLength
          ? [begun]
          : ways.map(way => `${begun}${way}`.slice(0, windowLength).toLowerCase()),
      ),
    )
  }
  const bytes = forms.flat().filter(way => way.length === 1)
  const escaped = bytes.map(way => way.charCodeAt(0)).filter(code => !isUnreserved(code))
  const texts = new Set([...windows].map(withoutCase))
  return { texts: [...texts].toSorted(), escaped: [...new Set(escaped)] }
}

/** Text with one bit of each byte set, which makes capitals small, and some other bytes equal that need not be told apart. */
export function withoutCase(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at++) folded += String.fromCharCode(text.charCodeAt(at) | 0x20)
  return folded
}
