import type { AdviceCode } from '../advice.ts'
import type { Server } from '../server.ts'

/** What a configuration says about the logs of its server. */
export type Configured = {
  readonly server: Server
  readonly logs: readonly ConfiguredLog[]
  /** Other files that it includes, which are not followed. */
  readonly includes: readonly string[]
}

/** One log that a server is told to write. */
export type ConfiguredLog = {
  /** Where in the configuration, from 1 on. */
  readonly line: number
  /** The file it is written to, as the configuration names it. */
  readonly log: string
  readonly codes: readonly AdviceCode[]
  /** Why its format string cannot be read. */
  readonly wrong?: string
}
