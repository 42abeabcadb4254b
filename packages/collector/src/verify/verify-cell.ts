import {
  type Cell,
  type Evidence,
  hourOf,
  mergeCells,
  parseSource,
  readEvidence,
  redact,
  type ReadContext,
} from '@redalert/core'
import { cellOfMark } from './cell-of-mark.ts'
import { isMoment } from './is-moment.ts'
import type { Matcher } from './matcher.ts'
import type { RefusalReason } from './refusals.ts'
import { sourceObjection, type Verifying } from './verifying.ts'

/** What verifying cells needs. */
export type CellVerifying = Verifying & {
  readonly context: ReadContext
  readonly match: Matcher
  /** The addresses that each sensor listens on. */
  readonly listens: ReadonlyMap<string, ReadonlySet<string>>
}

export type VerifiedCell = { readonly cell: Cell } | { readonly refused: RefusalReason }

/**
 * Believes of a cell what its evidence shows: it is read and matched again. Only its identities and its first and last
 * second are the submitter's word, on which nothing rests but how often and from when to when.
 */
export function verifyCell(cell: Cell, verifying: CellVerifying): VerifiedCell {
  const objection = plainObjection(cell, verifying)
  if (objection) return { refused: objection }
  let shown: Cell | undefined
  for (const evidence of cell.evidence) {
    const proof = prove(cell, evidence, verifying)
    if (typeof proof === 'string') return { refused: proof }
    shown = shown ? mergeCells(shown, proof) : proof
  }
  if (!shown) return { refused: 'evidence-unread' }
  const { identities, first, last } = cell
  return { cell: mergeCells(shown, { ...shown, identities, first, last }) }
}

function plainObjection(cell: Cell, verifying: CellVerifying): RefusalReason | undefined {
  const { source, hour, clock, first, last, identities, sensor } = cell
  if (parseSource(source) !== source) return 'bad-source'
  if (clock === 'assumed') return 'clock-assumed'
  if (!isMoment(first) || !isMoment(last) || first > last) return 'bad-time'
  if (hourOf(first) !== hour || hourOf(last) !== hour) return 'bad-time'
  if (!identities.every((each, index) => index === 0 || each > (identities[index - 1] ?? ''))) {
    return 'bad-identities'
  }
  const own = verifying.listens.get(sensor) ?? none
  return sourceObjection(source, last, { ...verifying, own })
}

const none: ReadonlySet<string> = new Set()

/** The cell that a line of evidence shows by itself. */
function prove(
  cell: Cell,
  { text }: Evidence,
  { context, match }: CellVerifying,
): Cell | RefusalReason {
  const reading = readEvidence(text, context)
  if (!reading) return 'evidence-unread'
  const { entry } = reading
  if (entry.source !== cell.source) return 'evidence-source'
  if (entry.clock === 'assumed') return 'clock-assumed'
  if (hourOf(entry.at) !== cell.hour) return 'evidence-hour'
  const mark = match(entry).find(({ id }) => id === cell.mark)
  if (!mark) return 'evidence-mark'
  return cellOfMark(mark, entry, { sensor: cell.sensor, text: redact(reading, mark.field) })
}
