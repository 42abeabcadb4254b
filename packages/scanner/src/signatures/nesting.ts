/** A family nests a dozen deep; a file that goes on and on would exhaust whoever reads it. */
export const deepestNesting = 50

/** Where a text that should be JSON nests too deep; undefined when it does not. */
export function tooDeep(text: string): number | undefined {
  let depth = 0
  let inText = false
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (inText) {
      if (char === '\\') at++
      else if (char === '"') inText = false
    } else if (char === '"') inText = true
    else if (char === '{' || char === '[') {
      if (++depth > deepestNesting) return at
    } else if (char === '}' || char === ']') depth--
  }
  return undefined
}
