import type { Signature } from '../signatures/signature.ts'
import { checkComplete } from './complete.ts'
import { checkEarned } from './earned.ts'
import { checkExclusive } from './exclusive.ts'
import type { Objection } from './objection.ts'
import { checkSamples } from './samples.ts'

/** Everything a reviewer would object to in a family, seen beside the others; none means it convinces. */
export function convince(signature: Signature, others: readonly Signature[]): readonly Objection[] {
  const all = [...others.filter(({ id }) => id !== signature.id), signature]
  const checks = [checkComplete, checkSamples, checkEarned, checkExclusive]
  return checks.flatMap(check => check(signature, all))
}
