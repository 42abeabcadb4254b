/** The lines of a list that somebody wrote by hand, as words; comments and empty lines left out. */
export function listLines(
  text: string,
): readonly { readonly number: number; readonly words: readonly string[] }[] {
  return text
    .split('\n')
    .map((line, at) => ({ number: at + 1, words: wordsOf(line) }))
    .filter(({ words }) => words.length > 0)
}

function wordsOf(line: string): string[] {
  const comment = line.search(/(?:^|\s)#/)
  const bare = comment === -1 ? line : line.slice(0, comment)
  return bare.split(/\s/).filter(word => word !== '')
}
