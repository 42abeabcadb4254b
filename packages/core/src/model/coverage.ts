import type { Hour } from './instant.ts'

/** What one sensor could have seen: without it, silence proves nothing. */
export type Coverage = {
  readonly sensor: string
  /** Lines read in each UTC hour. */
  readonly hours: Readonly<Record<Hour, number>>
  /** The addresses the server listens on; null when nobody said. */
  readonly listens: readonly string[] | null
  /** The version of the families that were looked for. */
  readonly signatures: string
}
