import {
  addCell,
  type Cell,
  cellKey,
  type Coverage,
  parseAddress,
  parseZone,
  type Submission,
} from '@redalert/core'
import { isMoment } from './is-moment.ts'
import { fronts } from './proxy-fronts.ts'
import { tally } from './tally.ts'
import { type CellVerifying, verifyCell } from './verify-cell.ts'
import type { Verified } from './verify-lines.ts'

/** Verifies every cell of a submission. */
export function verifySubmission(
  submission: Submission,
  verifying: Omit<CellVerifying, 'context' | 'listens'>,
): Verified {
  const zone = submission.zone === null ? undefined : parseZone(submission.zone)
  const listens = new Map(
    submission.coverage.map(({ sensor, listens }) => [
      sensor,
      new Set((listens ?? []).map(text => parseAddress(text) ?? text)),
    ]),
  )
  const context = zone ? { zone } : {}
  const all = { ...verifying, context, listens }
  const cells = new Map<string, Cell>()
  const counted = tally()
  const proxies = fronts(submission.cells, verifying.families)
  for (const [index, cell] of submission.cells.entries()) {
    const number = index + 1
    if (proxies.has(`${cell.sensor} ${cell.source}`)) {
      counted.refuse('proxy-front', number)
      continue
    }
    const verified = verifyCell(cell, all)
    if ('refused' in verified) {
      counted.refuse(verified.refused, number)
      continue
    }
    counted.accept(cells.has(cellKey(verified.cell)))
    addCell(cells, verified.cell)
  }
  return {
    cells,
    coverage: submission.coverage.map(honestCoverage(verifying.now)),
    counts: counted.counts(),
  }
}

/** Hours to come cannot have been covered. */
function honestCoverage(now: string): (coverage: Coverage) => Coverage {
  return coverage => ({
    ...coverage,
    hours: Object.fromEntries(
      Object.entries(coverage.hours).filter(([hour]) => hour <= now && isMoment(`${hour}:00:00Z`)),
    ),
  })
}
