import { wholeMark } from '../model/mark.ts'
import { claims, type Signature } from '../signatures/signature.ts'
import type { Objection } from './objection.ts'
import { marksOf } from './sample.ts'

/** The samples of one family give marks of no other family, unless that family says that it shares them. */
export function checkExclusive(
  signature: Signature,
  all: readonly Signature[],
): readonly Objection[] {
  const claimed = claims(signature)
  return Object.entries(signature.marks).flatMap(([id, { samples }]) =>
    samples.positive.flatMap((line, index) =>
      marksOf(line, all)
        .filter(mark => !claimed.has(wholeMark(mark) ?? mark))
        .map(mark => ({
          at: ['marks', id, 'samples', 'positive', index],
          problem: `this line also gives ${mark}, a mark of another family`,
          help: `narrow one of them, add "unless", or name ${mark} under "shares"`,
        })),
    ),
  )
}
