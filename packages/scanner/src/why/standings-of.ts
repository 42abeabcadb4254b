import { type Cell, claims, judge, type Signature, toBeSurer, wholeMark } from '@redalert/core'
import type { StandingStory } from './line-story.ts'

/** The judgement of a source's cells, with what each is short of; and the families whose marks alone make no row. */
export function standingsOf(
  cells: readonly Cell[],
  signatures: readonly Signature[],
): readonly StandingStory[] {
  const verdicts = judge(cells, signatures)
  const judged = verdicts.map(({ family, ...verdict }): StandingStory => {
    const { grade, scanner } = verdict
    const lacksOf = (other: Signature) =>
      toBeSurer({ family: other, grade, cells: ownOf(other, cells) }, cells, signatures)
    const others = signatures.filter(
      other => other !== family && ownOf(other, verdict.cells).length > 0,
    )
    const lacks = [family, ...others].flatMap(other => named(other, lacksOf(other)))
    return { family, verdict, marks: marksOf(verdict.cells), lacks: scanner ? [] : lacks }
  })
  const left = cells.filter(cell => !verdicts.some(verdict => verdict.cells.includes(cell)))
  const unjudged = signatures.flatMap((family): readonly StandingStory[] => {
    const own = ownOf(family, left)
    if (own.length === 0) return []
    const lacks = named(family, toBeSurer({ family, cells: own }, cells, signatures))
    return [{ family, verdict: undefined, marks: marksOf(own), lacks }]
  })
  return [...judged, ...unjudged]
}

/** The cells from which a family judges. */
function ownOf(family: Signature, cells: readonly Cell[]): readonly Cell[] {
  const claimed = claims(family)
  return cells.filter(({ mark }) => claimed.has(wholeMark(mark) ?? mark))
}

function named({ id }: Signature, lacks: ReturnType<typeof toBeSurer>): StandingStory['lacks'] {
  return lacks.map(lack => ({ family: id, ...lack }))
}

function marksOf(cells: readonly Cell[]): readonly string[] {
  return [...new Set(cells.map(({ mark }) => mark))]
}
