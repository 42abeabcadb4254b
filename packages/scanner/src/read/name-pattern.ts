/** What one place of a file name must be. */
type Part =
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'any' }
  | {
      readonly kind: 'one-of'
      readonly ranges: readonly (readonly [string, string])[]
      readonly not: boolean
    }
  | { readonly kind: 'run' }

/** A pattern for one name in a folder: `*`, `?` and `[a-z]`. */
export type NamePattern = { readonly parts: readonly Part[]; readonly caseless: boolean }

/** How names are written where the files lie: a backslash is an escape or a separator, upper and lower case the same or not. */
export type NameRules = { readonly escape: boolean; readonly caseless: boolean }

export function readNamePattern(text: string, { escape, caseless }: NameRules): NamePattern {
  const letters = Array.from(caseless ? text.toLowerCase() : text)
  const parts: Part[] = []
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? ''
    const set = letter === '[' ? readSet(letters, at) : undefined
    if (set) {
      parts.push(set.part)
      at = set.end
    } else if (letter === '*') {
      if (parts.at(-1)?.kind !== 'run') parts.push({ kind: 'run' })
    } else if (letter === '?') parts.push({ kind: 'any' })
    else if (escape && letter === '\\' && at + 1 < letters.length)
      parts.push({ kind: 'letter', letter: letters[++at] ?? '' })
    else parts.push({ kind: 'letter', letter })
  }
  return { parts, caseless }
}

/** The name when the pattern can only mean one; undefined when it has a wildcard. */
export function onlyName(pattern: NamePattern): string | undefined {
  let name = ''
  for (const part of pattern.parts) {
    if (part.kind !== 'letter') return undefined
    name += part.letter
  }
  return name
}

/**
 * Whether a name fits. Only the last `*` is ever tried again, so the work is at most the product of both lengths. A
 * hidden file fits only a pattern that begins with a dot.
 */
export function fits({ parts, caseless }: NamePattern, name: string): boolean {
  const letters = Array.from(caseless ? name.toLowerCase() : name)
  const [first] = parts
  if (letters[0] === '.' && !(first?.kind === 'letter' && first.letter === '.')) return false
  let part = 0
  let at = 0
  let run = -1
  let runEnd = 0
  while (at < letters.length) {
    const wanted = parts[part]
    if (wanted?.kind === 'run') {
      run = part++
      runEnd = at
    } else if (wanted && fitsLetter(wanted, letters[at] ?? '')) {
      part++
      at++
    } else if (run !== -1) {
      part = run + 1
      at = ++runEnd
    } else return false
  }
  while (parts[part]?.kind === 'run') part++
  return part === parts.length
}

function fitsLetter(part: Part, letter: string): boolean {
  switch (part.kind) {
    case 'letter':
      return part.letter === letter
    case 'one-of':
      return part.ranges.some(([low, high]) => low <= letter && letter <= high) !== part.not
    case 'any':
    case 'run':
      return true
  }
}

/** Reads `[abc]`, `[a-z]`, `[!a]`, `[^a]`; a `]` right at the start is one of the letters, and a `[` without end is itself. */
function readSet(
  letters: readonly string[],
  open: number,
): { readonly part: Part; readonly end: number } | undefined {
  let at = open + 1
  const not = letters[at] === '!' || letters[at] === '^'
  if (not) at++
  const end = letters.indexOf(']', at + 1)
  if (end === -1) return undefined
  const ranges: [string, string][] = []
  for (; at < end; at++) {
    const low = letters[at] ?? ''
    const isRange = letters[at + 1] === '-' && at + 2 < end
    if (isRange) at += 2
    ranges.push([low, letters[at] ?? ''])
  }
  return { part: { kind: 'one-of', ranges, not }, end }
}
