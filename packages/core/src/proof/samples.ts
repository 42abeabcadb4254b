import type { Signature } from '../signatures/signature.ts'
import type { Objection, Path } from './objection.ts'
import { marksOf, readSample } from './sample.ts'

/** Every positive sample gives its mark, no negative one does, and all of them are lines that some format reads. */
export function checkSamples(
  signature: Signature,
  all: readonly Signature[],
): readonly Objection[] {
  return Object.entries(signature.marks).flatMap(([id, { samples }]) => {
    const at = ['marks', id, 'samples']
    const none = [
      samples.positive.length === 0 && empty([...at, 'positive'], 'a line that must give the mark'),
      samples.negative.length === 0 &&
        empty([...at, 'negative'], 'a line that looks like it and must not give the mark'),
    ].filter(objection => objection !== false)
    const positive = samples.positive.map((line, index) =>
      checkSample(
        line,
        [...at, 'positive', index],
        marksOf(line, all).includes(id) ? undefined : 'does not give the mark',
      ),
    )
    const negative = samples.negative.map(({ line }, index) =>
      checkSample(
        line,
        [...at, 'negative', index, 'line'],
        marksOf(line, all).includes(id) ? 'gives the mark' : undefined,
      ),
    )
    return [...none, ...positive, ...negative].filter(objection => objection !== undefined)
  })
}

function empty(at: Path, what: string): Objection {
  return { at, problem: 'there is no sample', help: `add ${what}` }
}

function checkSample(line: string, at: Path, wrong: string | undefined): Objection | undefined {
  if (!readSample(line)) {
    return { at, problem: 'no format reads this line', help: 'write it as a server would log it' }
  }
  return wrong
    ? { at, problem: `this line ${wrong}`, help: 'change the conditions or the sample' }
    : undefined
}
