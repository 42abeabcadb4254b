import type { Untrusted } from '@redalert/core'
import type { SourceName } from './clue.ts'
import type { Mailbox } from './mailbox.ts'

/** A mailbox that may be told, with what speaks for it and against it. */
export type Candidate = {
  readonly mailbox: Mailbox
  readonly score: number
  /** Why it has this score, as a sentence. */
  readonly reason: string
  readonly source: SourceName
  /** How many networks up from the narrowest it was found. */
  readonly climbed?: number
  /** The way from the network to the mailbox, as the registry holds it. */
  readonly path: Untrusted
}
