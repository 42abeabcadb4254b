import type { Test, TestedField } from '../signatures/signature.ts'
import { costOf, cover } from './cover.ts'
import type { Rule } from './match.ts'
import { listed } from './test.ts'
import { type Window, windowsOf } from './windows.ts'

/** What a part of a line must hold one of, in any spelling; or else a needless escape. */
export type Sought = Window

/** What a line must hold for any mark: a window or a needless escape in its request, or in its referer or agent. */
export type Literals = {
  readonly request: Sought
  /** Undefined when no family comes through a header. */
  readonly headers?: Sought
  /** Whether a mark of the request also depends on what a header says, and not only on whether it says something. */
  readonly headersMatter: boolean
}

/**
 * Finds what must occur, raw and in any encoding, in every line that gives any of these marks: windows for those
 * characters that nobody escapes who means well, and the reader of the line notices the needless escapes themselves
 * ({@link isNeedless}). It holds for entries that were not cut off, of shapes that log no missing file. Undefined when nothing can be told so, and every line is
 * to be looked at.
 */
export function literals(rules: readonly Rule[]): Literals | undefined {
  const request: (readonly Window[])[] = []
  const headers: (readonly Window[])[] = []
  let headersMatter = false
  for (const rule of rules) {
    if (needsMissing(rule)) continue
    const best = cheapestTest(rule)
    if (!best) return undefined
    headersMatter ||= best.inRequest && testsHeaders(rule)
    ;(best.inRequest ? request : headers).push(...best.literals)
  }
  return {
    request: cover(request),
    ...(headers.length > 0 && { headers: cover(headers) }),
    headersMatter,
  }
}

/** A test by which a rule can be found: all its literals have windows. */
type Findable = {
  readonly inRequest: boolean
  readonly literals: readonly (readonly Window[])[]
}

function cheapestTest({ conditions }: Rule): Findable | undefined {
  let best: Findable | undefined
  let bestCost = Number.POSITIVE_INFINITY
  for (const { field, tests } of conditions) {
    for (const test of tests) {
      const found = findable(field, test)
      const cost = found ? found.literals.reduce((sum, windows) => sum + costOf(windows), 0) : 0
      if (found && cost < bestCost) [best, bestCost] = [found, cost]
    }
  }
  return best
}

function findable(field: TestedField, test: Test): Findable | undefined {
  if (field === 'version' || field === 'missing' || field === 'payload') return undefined
  const windows = needed(test)?.map(literal => windowsOf(literal, field))
  if (!windows || windows.includes(undefined)) return undefined
  return {
    inRequest: field !== 'referer' && field !== 'userAgent',
    literals: windows.filter(each => each !== undefined),
  }
}

/** The literals of which a field must hold one to pass; undefined when it may pass without. */
function needed(test: Test): readonly string[] | undefined {
  if ('absent' in test || 'lacks' in test || 'orUnlogged' in test) return undefined
  if ('repeats' in test) return [test.repeats.text.repeat(test.repeats.times)]
  if ('is' in test) return listed(test.is)
  if ('startsWith' in test) return listed(test.startsWith)
  return listed('endsWith' in test ? test.endsWith : test.contains)
}

function testsHeaders({ conditions }: Rule): boolean {
  return conditions.some(
    ({ field, tests }) =>
      (field === 'referer' || field === 'userAgent') && tests.some(test => !('absent' in test)),
  )
}

function needsMissing({ conditions }: Rule): boolean {
  return conditions.some(
    ({ field, tests }) => field === 'missing' && tests.some(test => needed(test) !== undefined),
  )
}
