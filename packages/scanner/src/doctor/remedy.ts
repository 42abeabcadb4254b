import type { AdviceCode } from './advice.ts'
import type { Server } from './server.ts'

/** What to write where, so that some of what a log lacks is there. */
export type Remedy = {
  readonly server: Server
  /** What it is good for. */
  readonly for: readonly AdviceCode[]
  /** Where the lines go, as the end of "write this …". */
  readonly where: string
  readonly lines: readonly string[]
  /** What a person must know of it. */
  readonly note: string
}

/** The remedies of one server, for logs that lie in this folder, whose name ends with a separator. */
export type Remedies = (folder: string) => readonly Omit<Remedy, 'server'>[]
