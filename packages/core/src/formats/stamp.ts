import type { WallTime } from '../model/instant.ts'

/** A time as written. */
export type Stamp = WallTime & {
  /** The distance from Greenwich, where it is written too. */
  readonly minutesEast?: number
  /** Month and day might be the other way round. */
  readonly monthGuessed?: true
}
