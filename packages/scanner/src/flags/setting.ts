import type { Instant } from '@redalert/core'

/** What the table of flags cannot know by itself. */
export type Setting = {
  /** What `--since 2d` counts back from. */
  readonly now: Instant
  /** The families that `--family` may name. */
  readonly families: readonly string[]
  /** Whether a file or a folder of that name is there: `redalert logs` means it then, and is no mistyped command. */
  readonly exists: (name: string) => boolean
}
