import type { Signature } from '../signatures/signature.ts'
import { checkCircles } from './circles.ts'
import { checkComplete } from './complete.ts'
import { checkEarned } from './earned.ts'
import { checkExclusive } from './exclusive.ts'
import { checkNeighbours } from './neighbours.ts'
import type { Objection } from './objection.ts'
import { checkSamples } from './samples.ts'
import { checkSpelling } from './spelling.ts'

/** Everything a reviewer would object to in a family, seen beside the others; none means it convinces. */
export function convince(signature: Signature, others: readonly Signature[]): readonly Objection[] {
  // The same list for each of many families, when it holds them already: what is known by it is worked out once.
  const all = others.includes(signature)
    ? others
    : [...others.filter(({ id }) => id !== signature.id), signature]
  const checks = [
    checkComplete,
    checkCircles,
    checkSpelling,
    checkSamples,
    checkEarned,
    checkExclusive,
    checkNeighbours,
  ]
  return checks.flatMap(check => check(signature, all))
}
