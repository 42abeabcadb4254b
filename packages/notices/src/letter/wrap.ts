import { columnsOf } from './columns.ts'

/** How wide a letter is. */
export const letterWidth = 72

/** Breaks a text at its blanks into lines of a letter; a word that is longer than a line is broken where the line ends. */
export function wrap(text: string, indent = ''): readonly string[] {
  const width = letterWidth - indent.length
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter(one => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (columnsOf(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = breakWord(word, width)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return [...lines, line].filter(one => one !== '').map(one => indent + one)
}

function breakWord(word: string, width: number): readonly string[] {
  if (columnsOf(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  let taken = 0
  for (const letter of word) {
    const columns = columnsOf(letter)
    if (taken + columns > width) {
      pieces.push(piece)
      piece = ''
      taken = 0
    }
    piece += letter
    taken += columns
  }
  return [...pieces, piece]
}
