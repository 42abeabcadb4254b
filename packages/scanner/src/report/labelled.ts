import type { TerminalText } from './terminal.ts'
import { widthOf } from './width.ts'
import { wrap } from './wrap.ts'

/** Names on the left, what they stand for on the right of them, both as wide as they must be and broken into lines where that is too wide. */
export function labelled(
  rows: readonly (readonly [name: TerminalText, text: TerminalText])[],
  { width, indent = 2 }: { readonly width: number; readonly indent?: number },
): readonly TerminalText[] {
  const first = Math.max(0, ...rows.map(([name]) => widthOf(name)))
  const room = Math.max(20, width - indent - first - 2)
  return rows.flatMap(([name, text]) =>
    wrap(text, room).map((line, index) => {
      const left = index === 0 ? name : ''
      const padding = ' '.repeat(Math.max(0, first - widthOf(left)) + 2)
      return `${' '.repeat(indent)}${left}${padding}${line}` as TerminalText
    }),
  )
}
