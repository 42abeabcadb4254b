import type { Cell } from './cell.ts'
import type { Coverage } from './coverage.ts'

/** The version of the contract between who tells and who collects; see `docs/protocol.md`. */
export const submissionVersion = 1

/**
 * What a log owner tells a collector: what their sensors saw, and what they could have seen. Who told it is proven by
 * the way it came, never stated inside. One without any cell is welcome: it says where nothing was.
 */
export type Submission = {
  /** The program that wrote it, `redalert 0.1.0`. */
  readonly writer: string
  /** The zone in which the local times of the evidence are to be read; null when none is needed. */
  readonly zone: string | null
  /** Their sensors are tokens, and their evidence is redacted and does not say where it stood. */
  readonly cells: readonly Cell[]
  readonly coverage: readonly Coverage[]
}

/** How much one submission may hold. Whoever has more sends several: cells of one key merge. */
export const submissionLimits = {
  cells: 100_000,
  sensors: 256,
  /** Hours of coverage of one sensor. */
  hours: 20_000,
  listens: 64,
  /** Characters of one evidence text with its header lines. */
  evidence: 80_000,
} as const
