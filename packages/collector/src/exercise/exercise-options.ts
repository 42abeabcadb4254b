/** What an exercise is held with. */
export type ExerciseOptions = {
  /** An empty folder, which is the collector's. */
  readonly folder: string
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly random: (count: number) => Uint8Array
  readonly say: (line: string) => Promise<void>
  /** Resolves when the collector shall end; it ends by itself where there is none. */
  readonly until?: Promise<unknown>
}
