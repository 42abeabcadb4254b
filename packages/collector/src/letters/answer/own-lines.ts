const mostLines = 400
const longestLine = 1000

/** The lines that the writer of an answer wrote himself, without what he quotes, above it or below, and without a signature. */
export function ownLines(text: string): readonly string[] {
  const lines = text.split('\n', mostLines).map(line => line.slice(0, longestLine).trimEnd())
  const own: string[] = []
  for (const [index, line] of lines.entries()) {
    if (line === '--' || isDivider(line)) break
    if (isHeader(line) && isHeader(lines[index + 1] ?? '')) break
    if (isAttribution(line)) {
      // What follows is quoted: with marks that tell it apart, or without.
      const next = lines.slice(index + 1).find(each => each !== '')
      if (next === undefined || !isQuoted(next)) break
      continue
    }
    if (!isQuoted(line)) own.push(line)
  }
  return own
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}[>|]/.test(line)
}

/** `-----Original Message-----`, `________________________________` */
function isDivider(line: string): boolean {
  const text = line.trim()
  return text.startsWith('-----') || text.startsWith('_____') || text.startsWith('=====')
}

const attributions = [
  ' wrote:',
  ' schrieb:',
  ' schreef:',
  ' geschreven:',
  ' a écrit :',
  ' escribió:',
]

/** `On Thursday somebody wrote:`, also when it was wrapped before its last word. */
function isAttribution(line: string): boolean {
  return (
    attributions.some(end => ` ${line.trim()}`.endsWith(end)) ||
    /^(?:Am|On|Op) .{1,200} (?:wrote|schrieb|schreef)\b.{0,120}:$/.test(line)
  )
}

/** The header lines that mail programs of Microsoft put above what they quote. */
function isHeader(line: string): boolean {
  return /^\*?(?:From|Sent|To|Date|Subject|Von|Gesendet|An|Datum|Betreff|Van|Verzonden|Aan|Onderwerp)\*?:/.test(
    line.trim(),
  )
}
