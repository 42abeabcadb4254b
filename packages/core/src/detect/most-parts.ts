import type { Cell } from '../model/cell.ts'
import type { MarkId } from '../model/mark.ts'
import { markOf, type Part } from '../signatures/signature.ts'
import { adjoiningHours } from './adjoining-hours.ts'

/** The most different parts of a proof that one source showed within one hour or two adjoining ones. */
export function mostParts(cells: readonly Cell[], parts: readonly Part[]): readonly MarkId[] {
  return adjoiningHours(cells)
    .map(together => partsIn(new Set(together.map(({ mark }) => mark)), parts))
    .reduce((most, some) => (some.length > most.length ? some : most), [])
}

function partsIn(marks: ReadonlySet<MarkId>, parts: readonly Part[]): readonly MarkId[] {
  return parts.filter(part => counts(part, marks)).map(markOf)
}

function counts(part: Part, marks: ReadonlySet<MarkId>): boolean {
  if (!marks.has(markOf(part))) return false
  return typeof part === 'string' || !part.unless.some(mark => marks.has(mark))
}
