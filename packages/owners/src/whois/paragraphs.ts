import type { Untrusted } from '@redalert/core'

/** Lines of a WHOIS answer that belong together: `name: value`, with the names in lower case. */
export type Paragraph = readonly Attribute[]
export type Attribute = { readonly name: string; readonly value: Untrusted }

const mostLines = 10_000
const longestLine = 4096

/** A WHOIS answer as paragraphs, and its comments apart; cut where no honest one is so long. */
export function paragraphsOf(text: Untrusted): {
  readonly paragraphs: readonly Paragraph[]
  readonly comments: readonly Untrusted[]
} {
  const paragraphs: Attribute[][] = []
  const comments: string[] = []
  let open: Attribute[] | undefined
  for (const raw of text.split('\n', mostLines)) {
    const line = raw.slice(0, longestLine).trimEnd()
    const first = line.trimStart()[0]
    if (first === '%' || first === '#') {
      comments.push(line.trimStart())
      continue
    }
    const attribute = attributeOf(line)
    if (!attribute) {
      if (line === '') open = undefined
      continue
    }
    if (!open) paragraphs.push((open = []))
    open.push(attribute)
  }
  return { paragraphs, comments }
}

/** The first value of an attribute. */
export function valueOf(paragraph: Paragraph, name: string): Untrusted | undefined {
  return paragraph.find(attribute => attribute.name === name)?.value
}

/** All values of some attributes, in their order. */
export function valuesOf(paragraph: Paragraph, ...names: readonly string[]): Untrusted[] {
  return paragraph.filter(({ name }) => names.includes(name)).map(({ value }) => value)
}

function attributeOf(line: string): Attribute | undefined {
  const colon = line.indexOf(':')
  if (colon < 1) return undefined
  const value = line.slice(colon + 1).trim()
  return { name: line.slice(0, colon).trim().toLowerCase(), value }
}
