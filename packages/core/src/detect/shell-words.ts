import { note } from './steps.ts'

/** A word of a command; `first` where a command begins, as behind `;`, a quote or a bracket. */
export type ShellWord = { readonly text: string; readonly first: boolean }

/** The words of a command, of which one text may hold several: quotes, brackets and signs part them as blanks do, and a backslash only hides. */
export function* shellWords(text: string): Generator<ShellWord> {
  let start = 0
  let first = true
  for (let index = 0; index <= text.length; index++) {
    note(1)
    const code = index < text.length ? text.charCodeAt(index) : 0
    if (code > 0x20 && !signs.has(code)) continue
    if (index > start) {
      yield { text: text.slice(start, index).replaceAll('\\', ''), first }
      first = false
    }
    start = index + 1
    if (begins.has(code)) first = true
  }
}

/** Behind these a command begins; behind others only its next word. */
const begins: ReadonlySet<number> = codesOf(`;|&'"\`()\n\r\0`)
const signs: ReadonlySet<number> = codesOf(`;|&'"\`<>(){}$,=`)

function codesOf(text: string): ReadonlySet<number> {
  return new Set(text.split('').map(sign => sign.charCodeAt(0)))
}
