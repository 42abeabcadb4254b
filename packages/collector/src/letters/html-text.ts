import { Parser } from 'htmlparser2'

/** Elements that begin a line of their own. */
const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
)
const hidden: ReadonlySet<string> = new Set(['head', 'script', 'style', 'title', 'template'])

/** The text of an HTML document, line by line, as a browser would show it to somebody who copies it. */
export function htmlText(html: string): string {
  const lines: string[] = []
  let line = ''
  let preformatted = 0
  let hiding = 0
  const endLine = (): void => {
    lines.push(line)
    line = ''
  }
  const add = (text: string): void => {
    const collapsed = collapse(text)
    const isDouble = collapsed.startsWith(' ') && (line === '' || line.endsWith(' '))
    line += isDouble ? collapsed.slice(1) : collapsed
  }
  const addPreformatted = (text: string): void => {
    const [first = '', ...rest] = text.split('\n')
    line += first
    for (const each of rest) {
      endLine()
      line = each
    }
  }
  const parser = new Parser(
    {
      onopentag(name) {
        if (hidden.has(name)) hiding++
        if (name === 'pre' || name === 'textarea') preformatted++
        if (name === 'br' || (blocks.has(name) && line !== '')) endLine()
        if ((name === 'td' || name === 'th') && line !== '') line += '\t'
      },
      onclosetag(name) {
        if (hidden.has(name)) hiding = Math.max(0, hiding - 1)
        if (name === 'pre' || name === 'textarea') preformatted = Math.max(0, preformatted - 1)
        if (blocks.has(name) && line !== '') endLine()
      },
      ontext(text) {
        if (hiding > 0) return
        if (preformatted > 0) addPreformatted(text)
        else add(text)
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  endLine()
  return lines.join('\n')
}

/** Runs of blanks and line ends are one blank; a blank that does not break is not among them. */
function collapse(text: string): string {
  let result = ''
  let isBlank = false
  for (const letter of text) {
    const blank =
      letter === ' ' || letter === '\n' || letter === '\r' || letter === '\t' || letter === '\f'
    if (!blank) result += letter
    else if (!isBlank) result += ' '
    isBlank = blank
  }
  return result
}
