import type { Untrusted } from '@redalert/core'

/** One physical line of a log, without what ends it. */
export type Line = {
  /** One character per byte. */
  readonly text: Untrusted
  /** From 1 on; blank lines count. */
  readonly number: number
  /** Where its first byte stands in the log's content. */
  readonly at: number
  /** It was longer than {@link longestLine}, and what was behind that is gone. */
  readonly cut?: true
  /** The log ends within it: its writer may be about to finish it. */
  readonly unended?: true
}
