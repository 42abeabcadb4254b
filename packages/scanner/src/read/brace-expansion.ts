/** How many patterns the braces of one may stand for. */
const mostAlternatives = 1000

/** The patterns that a pattern with `{a,b}` stands for, itself when it has none; undefined when they are too many. */
export function expandBraces(pattern: string, escape: boolean): readonly string[] | undefined {
  const done: string[] = []
  const left = [pattern]
  while (left.length > 0) {
    const next = left.pop() ?? ''
    const braces = firstBraces(next, escape)
    if (!braces) done.push(next)
    else left.push(...braces.parts.map(part => braces.before + part + braces.behind).toReversed())
    if (done.length + left.length > mostAlternatives) return undefined
  }
  return done
}

type Braces = {
  readonly before: string
  readonly parts: readonly string[]
  readonly behind: string
}

/** The first outermost braces that hold a comma; `{a}` means itself, as in every shell. */
function firstBraces(pattern: string, escape: boolean): Braces | undefined {
  for (let open = 0; open < pattern.length; open++) {
    if (escape && pattern[open] === '\\') open++
    else if (pattern[open] === '{') {
      const braces = bracesFrom(pattern, open, escape)
      if (braces) return braces
    }
  }
  return undefined
}

function bracesFrom(pattern: string, open: number, escape: boolean): Braces | undefined {
  const parts: string[] = []
  let depth = 0
  let from = open + 1
  for (let at = open; at < pattern.length; at++) {
    const letter = pattern[at]
    if (escape && letter === '\\') at++
    else if (letter === '{') depth++
    else if (letter === '}') depth--
    if (depth > 1 || (depth === 1 && letter !== ',')) continue
    if (depth === 1 || letter === '}') {
      parts.push(pattern.slice(from, at))
      from = at + 1
    }
    if (depth === 0) {
      return parts.length > 1
        ? { before: pattern.slice(0, open), parts, behind: pattern.slice(from) }
        : undefined
    }
  }
  return undefined
}
