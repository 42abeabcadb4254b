/** What liars do; null: they tell nothing. */
export type LiePlan = {
  /** How many of them tell of each victim: one, when each lies alone. Victims are drawn from all addresses. */
  readonly perVictim: number
  /** Of how many victims each tells, each day. */
  readonly perDay: number
  /** Whether they tell the truth that they see as well. */
  readonly camouflaged: boolean
  /** Whether they tell all of a day in its first hour, before others could tell much. */
  readonly atOnce: boolean
} | null
