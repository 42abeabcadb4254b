const longest = 76

/** Writes bytes, one to a character, so that no mail system changes any: quoted-printable (RFC 2045). */
export function quotedPrintable(text: string): string {
  return text.split('\n').map(encodeLine).join('\r\n')
}

function encodeLine(line: string): string {
  const lines: string[] = []
  let current = ''
  for (let at = 0; at < line.length; at++) {
    const unit = encodeByte(line, at)
    // One place is left for the sign that the line goes on.
    if (current.length + unit.length > longest - 1) {
      lines.push(`${current}=`)
      current = ''
    }
    current += unit
  }
  lines.push(current)
  return lines.join('\r\n')
}

function encodeByte(line: string, at: number): string {
  const code = line.charCodeAt(at)
  const isBlank = code === 0x20 || code === 0x09
  const isPlain = (code > 0x20 && code < 0x7f && code !== 0x3d) || isBlank
  const isRisky =
    (isBlank && at === line.length - 1) || (at === 0 && (code === 0x2e || code === 0x46))
  if (isPlain && !isRisky) return line.charAt(at)
  return `=${code.toString(16).toUpperCase().padStart(2, '0')}`
}

const longestPlain = 990

/** Whether every mail system hands on a text as it is. */
export function isPlainMail(text: string): boolean {
  return text
    .split('\n')
    .every(
      line =>
        line.length <= longestPlain &&
        !/[^\t\x20-\x7e]/.test(line) &&
        !/^(?:From |\.)/.test(line) &&
        !line.endsWith(' ') &&
        !line.endsWith('\t'),
    )
}
