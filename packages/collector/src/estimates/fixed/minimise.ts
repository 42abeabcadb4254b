type Corner = { readonly at: readonly number[]; readonly value: number }

/** A place where a function is small, found by walking a simplex from a start (Nelder and Mead 1965). */
export function minimise(
  of: (at: readonly number[]) => number,
  {
    start,
    size,
    steps,
  }: {
    readonly start: readonly number[]
    readonly size: number
    readonly steps: number
  },
): readonly number[] {
  const corner = (at: readonly number[]): Corner => ({ at, value: of(at) })
  const corners = [
    corner(start),
    ...start.map((_, index) =>
      corner(start.map((each, place) => (place === index ? each + size : each))),
    ),
  ]
  for (let step = 0; step < steps; step++) {
    corners.sort((one, other) => one.value - other.value)
    const [best, worst, second] = [corners[0], corners.at(-1), corners.at(-2)]
    if (!best || !worst || !second) break
    const middle = start.map(
      (_, index) =>
        corners.slice(0, -1).reduce((sum, { at }) => sum + (at[index] ?? 0), 0) / start.length,
    )
    const along = (far: number) =>
      corner(middle.map((each, index) => each + far * ((worst.at[index] ?? 0) - each)))
    const reflected = along(-1)
    if (reflected.value < best.value) {
      const further = along(-2)
      corners.splice(-1, 1, further.value < reflected.value ? further : reflected)
    } else if (reflected.value < second.value) corners.splice(-1, 1, reflected)
    else {
      const nearer = along(reflected.value < worst.value ? -0.5 : 0.5)
      if (nearer.value < Math.min(worst.value, reflected.value)) corners.splice(-1, 1, nearer)
      else {
        const halved = corners
          .slice(1)
          .map(({ at }) => corner(at.map((each, index) => (each + (best.at[index] ?? 0)) / 2)))
        corners.splice(1, halved.length, ...halved)
      }
    }
  }
  return corners.toSorted((one, other) => one.value - other.value)[0]?.at ?? start
}
