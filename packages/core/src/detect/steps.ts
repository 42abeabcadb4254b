/** Steps taken so far; only {@link stepsOf} looks at it, and nothing that is decoded depends on it. */
let taken = 0

/** Notes that steps were taken: one for each character that is looked at, written or taken back. */
export function note(steps: number): void {
  taken += steps
}

/** How many steps a piece of work takes: the tests of bounded work count them, for a clock would lie. */
export function stepsOf(work: () => void): number {
  const before = taken
  work()
  return taken - before
}
