import type { Evidence, Sighting, Signature } from '@redalert/core'

/** The evidence of a row, oldest first: that of the marks which prove its grade, where it has any, else all. */
export function tellingEvidence(
  { grade, cells }: Sighting,
  { proves }: Signature,
): readonly Evidence[] {
  const telling = new Set(
    proves
      .filter(proof => proof.grade === grade)
      .flatMap(proof =>
        'any' in proof
          ? proof.any
          : proof.of.map(part => (typeof part === 'string' ? part : part.mark)),
      ),
  )
  const own = cells.filter(({ mark, ownPayload }) => ownPayload || telling.has(mark))
  const lines = (own.length > 0 ? own : cells).flatMap(({ evidence }) => evidence)
  return lines.toSorted((one, other) => compare(one.at, other.at) || compare(one.text, other.text))
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
