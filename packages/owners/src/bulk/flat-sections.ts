import type { FlatRanges } from '../ranges/flat-ranges.ts'
import type { Width } from '../ranges/key.ts'
import { oncePerWidth } from '../ranges/once.ts'
import type { Sections, Snapshot } from '../ranges/snapshot.ts'

/** A flat table as sections of a snapshot. */
export function flatSections(name: string, { starts, ends, values, halves }: FlatRanges): Sections {
  return {
    [`${name}.starts`]: starts,
    [`${name}.ends`]: ends,
    [`${name}.values`]: values,
    [`${name}.halves`]: halves,
  }
}

/** The flat tables of a snapshot by the width of their keys; each is read when it is first asked. */
export function flatTables(snapshot: Snapshot<unknown>): (width: Width) => FlatRanges {
  return oncePerWidth(width => flatFrom(snapshot, width === 1 ? 'v4' : 'v6', width))
}

/** A flat table of a snapshot. */
export function flatFrom(snapshot: Snapshot<unknown>, name: string, width: Width): FlatRanges {
  return {
    width,
    starts: snapshot.numbers(`${name}.starts`),
    ends: snapshot.numbers(`${name}.ends`),
    values: snapshot.numbers(`${name}.values`),
    halves: snapshot.numbers(`${name}.halves`),
  }
}
