/** Takes lines, and gives each object that they make. */
export type RpslReader = {
  readonly take: (lines: readonly string[]) => void
  /** The last object may end with the file. */
  readonly end: () => void
}

const mostValues = 64

/**
 * Reads objects of a dump in RPSL, line by line: `name: value`, an empty line between two of them; a line that starts
 * with a space or a plus goes on, and `#` begins a comment. Attributes that nobody wants cost next to nothing.
 */
export function rpslReader(
  wanted: ReadonlySet<string>,
  give: (type: string, values: ReadonlyMap<string, readonly string[]>) => void,
): RpslReader {
  let type = ''
  let values = new Map<string, string[]>()
  let last: string[] | undefined
  const end = () => {
    if (type !== '') give(type, values)
    type = ''
    values = new Map()
    last = undefined
  }
  const takeLine = (line: string) => {
    const first = line.charCodeAt(0)
    if (line === '' || line === '\r') return end()
    if (first === 0x23 || first === 0x25) return
    if (first === 0x20 || first === 0x09 || first === 0x2b) {
      const before = last?.pop()
      if (before !== undefined) last?.push(`${before} ${bare(line.slice(1))}`.trim())
      return
    }
    const colon = line.indexOf(':')
    if (colon < 1) return
    const name = line.slice(0, colon).toLowerCase()
    if (type === '') type = name
    last = undefined
    if (!wanted.has(name)) return
    last = values.get(name) ?? []
    if (last.length < mostValues) last.push(bare(line.slice(colon + 1)))
    values.set(name, last)
  }
  return {
    take(lines) {
      for (const line of lines) takeLine(line)
    },
    end,
  }
}

function bare(text: string): string {
  const comment = text.indexOf('#')
  return (comment === -1 ? text : text.slice(0, comment)).trim()
}
