import type { Cell, Source } from '@redalert/core'
import type { StandingStory } from './line-story.ts'

/** Everything that some logs show of one source. */
export type SourceStory = {
  readonly kind: 'source'
  readonly source: Source
  /** By hour, then by mark. */
  readonly cells: readonly Cell[]
  readonly standings: readonly StandingStory[]
  /** How many lines gave its marks, and in which files. */
  readonly lines: number
  readonly files: readonly string[]
  /** What was read for it, of whatever source. */
  readonly read: { readonly lines: number; readonly files: number; readonly unread: number }
}
