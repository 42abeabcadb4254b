import { widthOf } from './width.ts'

/** Breaks a text into lines at its blanks; a word too long for a line is broken where the line ends. */
export function wrap<Text extends string>(text: Text, width: number): readonly Text[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = breakWord(word, width)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return (line === '' && lines.length > 0
    ? lines
    : [...lines, line]) as readonly string[] as readonly Text[]
}

function breakWord(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  let taken = 0
  for (const letter of word) {
    const columns = widthOf(letter)
    if (taken + columns > width && piece !== '') {
      pieces.push(piece)
      piece = ''
      taken = 0
    }
    piece += letter
    taken += columns
  }
  return [...pieces, piece]
}
