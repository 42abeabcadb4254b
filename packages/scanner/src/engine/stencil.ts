import type { EntryReading } from '@redalert/core'
import { placeOfTime } from './place-of-time.ts'

/** What the sieve does with a value between two literals; sieve.as.ts numbers them in this order. */
const uses = ['text', 'source', 'time', 'request', 'header', 'listens', 'number', 'none'] as const
export type Use = (typeof uses)[number]

/** A text that stands in every line, and how the value behind it is used. */
export type Step = {
  readonly literal: string
  readonly use: Use
  /** The byte behind the value. */
  readonly behind: string
  /** In a time, where the last digit of the minutes stands. */
  readonly minute: number
  /** So many values stand here with a blank between them, all used the same way. */
  readonly values: number
}

/**
 * What stays the same from line to line where a program writes them: the texts between the values. A line that core has
 * read shows it; another one with the same texts, whose values hold no byte that could end them, has its fields in the
 * same places.
 */
export type Stencil = {
  /** The name of the format that reads such lines. */
  readonly format: string
  readonly steps: readonly Step[]
  /** All bytes at which a value ends, or may not be one. */
  readonly ends: string
  /** The least length of a value. */
  readonly least: number
}

const longestLiteral = 64
const mostSteps = 100

export function numberOf(use: Use): number {
  return uses.indexOf(use)
}

/** Makes the stencil of a line in columns or of JSON; undefined when it has none that the sieve could use. */
export function stencilOf({ format, record, located }: EntryReading): Stencil | undefined {
  const isJson = format.name === 'json-lines'
  if (!isJson && format.name !== 'w3c') return undefined
  const time = placeOfTime(record, located.spans)
  const { extra, ...named } = located.spans
  if (!time || named.missing || located.cut) return undefined
  const values = [
    ...Object.entries(named)
      .filter(([field]) => field !== 'date' && field !== 'time')
      .map(([field, span]) => ({ use: useOf(field), span })),
    ...extra.map(span => ({ use: 'text' as const, span })),
    { use: 'time' as const, span: time.span },
  ].toSorted((one, other) => one.span[0] - other.span[0])
  const steps: Step[] = []
  let at = 0
  for (const { use, span } of values) {
    const [start, end] = span
    if (start < at) return undefined
    const text = !isJson || (record.charAt(start - 1) === '"' && record.charAt(end) === '"')
    if (!text && (use !== 'text' || !/^-?[0-9][0-9.]*$/.test(record.slice(start, end))))
      return undefined
    steps.push({
      literal: record.slice(at, start),
      use: text ? use : 'number',
      behind: record.charAt(end) || '\n',
      minute: use === 'time' ? time.minute : 0,
      values: 1,
    })
    at = end
  }
  steps.push({ literal: record.slice(at), use: 'none', behind: '', minute: 0, values: 1 })
  const literals = steps.map(({ literal }) => literal)
  if (steps.length > mostSteps || literals.some(({ length }) => length > longestLiteral))
    return undefined
  return isJson ? ofJson(steps, literals) : ofColumns(steps, literals)
}

/** Only an answer's direction is looked at as a value; who says none is always asked. */
function ofJson(steps: readonly Step[], literals: readonly string[]): Stencil | undefined {
  if (literals.some(text => text.toLowerCase().includes('direction'))) return undefined
  return { format: 'json-lines', steps, ends: '"\\\n[', least: 0 }
}

function ofColumns(steps: readonly Step[], literals: readonly string[]): Stencil | undefined {
  const between = literals.slice(1, -1)
  if (literals[0] !== '' || literals.at(-1) !== '' || between.some(text => text !== ' '))
    return undefined
  return { format: 'w3c', steps: joined(steps), ends: ' \t"\n\r[', least: 1 }
}

/** Neighbours of one use in one step. */
function joined(steps: readonly Step[]): readonly Step[] {
  const fewer: Step[] = []
  for (const step of steps) {
    const last = fewer.at(-1)
    const isJoint = step.use === 'text' || step.use === 'request' || step.use === 'header'
    if (last?.use === step.use && isJoint && last.values < 255)
      fewer.splice(-1, 1, { ...last, behind: step.behind, values: last.values + 1 })
    else fewer.push(step)
  }
  return fewer
}

function useOf(field: string): Use {
  switch (field) {
    case 'source':
    case 'listens':
      return field
    case 'request':
    case 'method':
    case 'target':
    case 'query':
      return 'request'
    case 'referer':
    case 'userAgent':
      return 'header'
    default:
      return 'text'
  }
}
