import type { Families } from '@redalert/core'
import { verdictsBy } from '../store/sqlite/projection/verdicts.ts'
import { judgeBy, type JudgeCells } from '../trust/told-hosts.ts'

/** What core's judgement says, remembered by the marks that a source showed: nearly all of an outbreak show the same few. */
export function quickJudge({ list }: Families): JudgeCells {
  const verdicts = verdictsBy(list)
  const slowly = judgeBy(list)
  return cells => {
    const shown = new Map<string, boolean>()
    for (const { mark, ownPayload } of cells)
      shown.set(mark, (shown.get(mark) ?? false) || ownPayload)
    const marks = [...shown.keys()].toSorted()
    if (verdicts.needsHours(marks)) return slowly(cells)
    const found = verdicts.ofShown(
      marks.map(mark => ({ mark, ownPayload: shown.get(mark) ?? false })),
    )
    return found.map(({ family, grade, marks: own }) => ({
      family,
      grade,
      cells: cells.filter(({ mark }) => own.includes(mark)),
    }))
  }
}
