import type { Cell } from './cell.ts'
import type { Clock } from './entry.ts'
import type { Instant } from './instant.ts'
import type { Requests } from './requests.ts'
import type { Source } from './source.ts'

/** How sure it is that the source is infected, strongest first. */
export const grades = ['infected', 'likely', 'probe'] as const
export type Grade = (typeof grades)[number]

/** Why a row is not one to act upon: one's own machine, a known scanner, a proxy, or a mere name. */
export type SetApart = 'mine' | 'scanner' | 'proxy' | 'name'

/** A judged row for people: this source, this family, so sure and why, from then till then. */
export type Sighting = {
  readonly source: Source
  readonly family: string
  readonly hole: string
  readonly grade: Grade
  readonly reason: string
  readonly setApart: SetApart | null
  /** `assumed` when any of its cells is. */
  readonly clock: Clock
  readonly first: Instant
  readonly last: Instant
  readonly requests: Requests
  readonly cells: readonly Cell[]
}

/** Whether one grade is at least as sure as another. */
export function atLeast(grade: Grade, least: Grade): boolean {
  return grades.indexOf(grade) <= grades.indexOf(least)
}
