import type { Literals, Test } from '../signatures/signature.ts'

/** Whether a text passes a test; `inside` when the line was cut off while it was still passing. */
export type Outcome = 'holds' | 'inside' | 'fails'

/** Puts a field to its tests; all must hold. `cut` says that the text may have gone on. */
export function judgeField(
  text: string | undefined,
  tests: readonly Test[],
  cut: boolean,
): Outcome {
  let anchored = false
  for (const test of tests) {
    const outcome = judgeText(text, test, cut, anchored)
    if (outcome !== 'holds') return outcome
    anchored ||= 'startsWith' in test || 'repeats' in test
  }
  return 'holds'
}

function judgeText(text: string | undefined, test: Test, cut: boolean, anchored: boolean): Outcome {
  if ('absent' in test) return text === undefined || text === '' ? 'holds' : 'fails'
  if ('lacks' in test) {
    return listed(test.lacks).some(literal => text?.includes(literal)) ? 'fails' : 'holds'
  }
  if (text === undefined) return 'orUnlogged' in test ? 'holds' : 'fails'
  if ('repeats' in test) {
    return judgeStart(text, [test.repeats.text.repeat(test.repeats.times)], cut)
  }
  if ('is' in test) {
    const literals = listed(test.is)
    return literals.includes(text) ? 'holds' : beginsInside(text, literals, cut)
  }
  if ('startsWith' in test) return judgeStart(text, listed(test.startsWith), cut)
  const [literals, found] =
    'endsWith' in test
      ? [listed(test.endsWith), (literal: string) => text.endsWith(literal)]
      : [listed(test.contains), (literal: string) => text.includes(literal)]
  if (literals.some(found)) return 'holds'
  return cut && (anchored || literals.some(literal => endsInside(text, literal)))
    ? 'inside'
    : 'fails'
}

function judgeStart(text: string, literals: readonly string[], cut: boolean): Outcome {
  return literals.some(literal => text.startsWith(literal))
    ? 'holds'
    : beginsInside(text, literals, cut)
}

function beginsInside(text: string, literals: readonly string[], cut: boolean): Outcome {
  if (!cut) return 'fails'
  const begun = withoutHalfEscape(text)
  return begun !== '' && literals.some(literal => literal.startsWith(begun)) ? 'inside' : 'fails'
}

function endsInside(text: string, literal: string): boolean {
  const end = withoutHalfEscape(text).slice(-literal.length)
  for (let start = 0; start < end.length; start++) {
    if (literal.startsWith(end.slice(start))) return true
  }
  return false
}

/** A line cut in the middle of `%u9090` ends in an escape that says nothing yet. */
function withoutHalfEscape(text: string): string {
  const escape = text.lastIndexOf('%')
  return escape !== -1 && text.length - escape < 6 ? text.slice(0, escape) : text
}

/** A list of literals, whether written as one or as several. */
export function listed(literals: Literals): readonly string[] {
  return typeof literals === 'string' ? [literals] : literals
}
