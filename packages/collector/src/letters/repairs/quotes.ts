import type { BodyLine, Repair } from '../body-line.ts'

/** Takes away signs of quotation, `> ` and `>> `; no log line begins with one. */
export function unquote(lines: readonly BodyLine[]): Repair {
  let count = 0
  const unquoted = lines.map(line => {
    const start = endOfQuotes(line.text)
    if (start === 0) return line
    count++
    return { number: line.number, text: line.text.slice(start) }
  })
  return { lines: unquoted, count }
}

function endOfQuotes(text: string): number {
  let end = 0
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === '>') end = at + 1
    else if (text.charAt(at) !== ' ') break
  }
  return end > 0 && text.charAt(end) === ' ' ? end + 1 : end
}
