import type { Advice, AdviceCode } from './advice.ts'
import type { ConfiguredLog } from './config/configured.ts'
import type { Examined } from './examined.ts'
import type { Remedy } from './remedy.ts'
import type { Server } from './server.ts'
import type { Suggestion } from './suggest/suggestions-for.ts'

/** One log as the doctor sees it. */
export type LogFinding = Examined & {
  readonly codes: readonly AdviceCode[]
  readonly suggestions: readonly Suggestion[]
}

/** One file of a configuration as the doctor sees it. */
export type ConfigFinding = {
  readonly file: string
  readonly server: Server
  readonly logs: readonly ConfiguredLog[]
  readonly includes: readonly string[]
}

/** Everything the doctor says. */
export type Diagnosis = {
  readonly logs: readonly LogFinding[]
  readonly configs: readonly ConfigFinding[]
  /** What is missing, each once, with the logs that lack it. */
  readonly advice: readonly Advice[]
  /** What to write where; for a log of an unknown server, of each that it may be. */
  readonly remedies: readonly (Remedy & { readonly isSure: boolean })[]
}
