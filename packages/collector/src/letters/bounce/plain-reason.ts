const longest = 200

/** A foreign sentence in printable ASCII letters, without anything that means something to a terminal, a page or a table. */
export function plainReason(text: string): string {
  let plain = ''
  for (const letter of text.slice(0, longest * 4)) {
    const isBlank = letter <= ' ' || letter === '\u00a0'
    if (isBlank && (plain === '' || plain.endsWith(' '))) continue
    plain += isBlank ? ' ' : letter > '~' ? '?' : (replaced.get(letter) ?? letter)
    if (plain.length >= longest) return `${plain.slice(0, longest - 1).trimEnd()}~`
  }
  return plain.trimEnd()
}

const replaced: ReadonlyMap<string, string> = new Map([
  ['<', '('],
  ['>', ')'],
  ['&', '+'],
  ['"', "'"],
  ['`', "'"],
])
