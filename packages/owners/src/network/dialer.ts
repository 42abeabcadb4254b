import type { Guard } from './guard.ts'
import type { Reach } from './reach.ts'

/** How the world outside is reached; every connection of this package is opened with one. */
export type Dialer = {
  readonly reach: Reach
  /** All addresses of a host's name. */
  readonly resolve: (host: string) => Promise<readonly string[]>
  readonly guard: Guard
  /** The certificates that are believed, instead of those that came with Node. */
  readonly ca?: readonly string[]
  /** Told what a person must see, and what was refused. */
  readonly alarm?: (reason: string) => void
}
