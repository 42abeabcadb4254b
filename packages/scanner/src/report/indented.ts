import type { TerminalText } from './terminal.ts'
import { wrap } from './wrap.ts'

/** A text broken into lines that all stand in from the left. */
export function indented(
  text: TerminalText,
  { width, indent }: { readonly width: number; readonly indent: number },
): readonly TerminalText[] {
  return wrap(text, Math.max(20, width - indent)).map(
    line => `${' '.repeat(indent)}${line}` as TerminalText,
  )
}
