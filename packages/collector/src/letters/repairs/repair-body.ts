import { type ReadContext, readLine } from '@redalert/core'
import type { SentLine } from '../../verify/verify-lines.ts'
import type { BodyLine } from '../body-line.ts'
import type { RepairKind } from '../repair-kinds.ts'
import { removeArmour } from './armour.ts'
import { joinFlowed } from './flowed.ts'
import { isRewritten, withoutLinks } from './links.ts'
import { unquote } from './quotes.ts'
import { dropSignature } from './signature.ts'
import { undoTypography } from './typography.ts'
import { unwrap } from './unwrap.ts'

/** How a body says that its lines may be broken. */
export type BodyShape = { readonly isFlowed: boolean; readonly delSp: boolean }

/** A body's log lines as they were, and what was undone. */
export type RepairedBody = {
  readonly lines: readonly SentLine[]
  readonly repairs: ReadonlyMap<RepairKind, number>
  /** Lines of a signature. */
  readonly skipped: number
}

/** Undoes, one after the other, what mail programs did to the lines of a log. */
export function repairBody(
  given: readonly BodyLine[],
  { isFlowed, delSp }: BodyShape,
  context: ReadContext,
): RepairedBody {
  const repairs = new Map<RepairKind, number>()
  const note = (kind: RepairKind, count: number): void => {
    if (count > 0) repairs.set(kind, count)
  }
  const armour = removeArmour(given)
  note('pgp', armour.count)
  let { lines } = armour
  if (isFlowed) {
    const flowed = joinFlowed(lines, delSp)
    note('flowed', flowed.count)
    ;({ lines } = flowed)
  }
  const unquoted = unquote(lines)
  note('quotes', unquoted.count)
  const typography = undoTypography(unquoted.lines, text => {
    const reading = readLine(text, context)
    return reading.kind === 'entry' ? reading : undefined
  })
  note('typography', typography.count)
  const signature = dropSignature(typography.lines)
  note('signature', signature.count)
  let links = 0
  const plain = signature.lines.map(({ number, text }) => {
    const without = withoutLinks(text)
    if (without !== text) links++
    return { number, text: without }
  })
  note('links', links)
  const unwrapped = unwrap(plain, context)
  note('wrapped', unwrapped.count)
  return {
    lines: unwrapped.lines.map(line =>
      isRewritten(line.text) ? { ...line, refused: 'link-rewritten' } : line,
    ),
    repairs,
    skipped: signature.dropped,
  }
}
