import type { Signature } from '@redalert/core'

/** Families and the holes they come through, as their files say. */
export type HoledFamily = Pick<Signature, 'id' | 'hole'>

/** The families that come through a hole, by its number or one that it is also known by, in any case of letters. */
export function familiesThrough(
  hole: string,
  families: readonly HoledFamily[],
): ReadonlySet<string> {
  const wanted = hole.trim().toLowerCase()
  return new Set(
    families
      .filter(({ hole: { id, also = [] } }) =>
        [id, ...also].some(number => number.toLowerCase() === wanted),
      )
      .map(({ id }) => id),
  )
}
