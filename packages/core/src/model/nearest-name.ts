/** The one of some names that a mistyped one most probably means; undefined when none comes near. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined
  let least = Math.max(2, Math.floor(typed.length / 4)) + 1
  for (const name of names.toSorted()) {
    if (Math.abs(name.length - typed.length) >= least) continue
    const changes = countChanges(typed.toLowerCase(), name.toLowerCase())
    if (changes < least && changes < name.length) [nearest, least] = [name, changes]
  }
  return nearest
}

/** How many letters must be put in, left out, changed or swapped with their neighbour to make one text of another. */
function countChanges(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      const swapped =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1]
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      )
    }
    beforeLast = last
    last = current
  }
  return at(last, other.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
