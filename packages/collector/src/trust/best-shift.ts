/** Between which shifts of a clock one common source would fit. */
export type Shift = { readonly least: number; readonly most: number }

/** The shifts that fit the most sources; of several stretches of them the one nearest to no shift. */
export function bestShift(shifts: readonly Shift[]): Shift & { readonly fitting: number } {
  const edges = shifts
    .flatMap(({ least, most }) => [
      { at: least, step: 1 },
      { at: most, step: -1 },
    ])
    // What begins comes before what ends, for both ends belong to a stretch.
    .toSorted((one, other) => one.at - other.at || other.step - one.step)
  let best = { least: 0, most: 0, fitting: 0 }
  let fitting = 0
  for (const [index, { at, step }] of edges.entries()) {
    fitting += step
    const next = edges[index + 1]
    if (step < 0 || !next) continue
    const stretch = { least: at, most: next.at, fitting }
    if (fitting > best.fitting || (fitting === best.fitting && distance(stretch) < distance(best)))
      best = stretch
  }
  return best
}

function distance({ least, most }: Shift): number {
  return least > 0 ? least : Math.max(0, -most)
}
