import { closingQuote, isDigit } from './scan.ts'
import type { Span } from './spans.ts'

/** One text or number in a JSON record; of a text the inside of its quotes. */
export type Scalar = {
  /** The names that lead to it, in lower case; the last is its own. */
  readonly path: readonly string[]
  readonly span: Span
  readonly isText: boolean
}

/** The texts and numbers of a record, and whether it ended before it was whole; undefined when it is no JSON object. */
export type Scalars = { readonly scalars: readonly Scalar[]; readonly cut: boolean }

const deepest = 32

/** Walks once over an object of JSON. It forgives what only a parser would mind, such as a missing comma. */
export function readScalars(record: string): Scalars | undefined {
  const scalars: Scalar[] = []
  const path: string[] = []
  /** Whether each open bracket is an object, whose next text may be a name. */
  const open: boolean[] = []
  let name: string | undefined
  let at = 0
  while (at < record.length) {
    const char = record.charAt(at)
    if (char === '"') {
      const end = closingQuote(record, at + 1)
      if (end === record.length) {
        if (name === undefined && open.at(-1) !== false) return { scalars, cut: true }
        scalars.push({ path: [...path, name ?? ''], span: [at + 1, record.length], isText: true })
        return { scalars, cut: true }
      }
      if (open.at(-1) === true && name === undefined) name = record.slice(at + 1, end).toLowerCase()
      else {
        scalars.push({ path: [...path, name ?? ''], span: [at + 1, end], isText: true })
        name = undefined
      }
      at = end + 1
    } else if (char === '{' || char === '[') {
      if (open.length === deepest) return undefined
      if (open.length > 0) path.push(name ?? '')
      open.push(char === '{')
      name = undefined
      at++
    } else if (char === '}' || char === ']') {
      if (open.pop() === undefined) return undefined
      path.pop()
      name = undefined
      at++
      if (open.length === 0)
        return record.slice(at).trim() === '' ? { scalars, cut: false } : undefined
    } else if (char === ',' || char === ':' || char === ' ' || char === '\t') {
      at++
    } else {
      if (open.length === 0) return undefined
      const end = bareEnd(record, at)
      if (isNumber(char))
        scalars.push({ path: [...path, name ?? ''], span: [at, end], isText: false })
      name = undefined
      at = end
    }
  }
  return open.length === 0 ? undefined : { scalars, cut: true }
}

function isNumber(char: string): boolean {
  return char === '-' || isDigit(char.charCodeAt(0))
}

function bareEnd(record: string, from: number): number {
  let at = from + 1
  while (at < record.length && !',}] \t:"{['.includes(record.charAt(at))) at++
  return at
}
