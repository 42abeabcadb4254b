import type { Waiting } from './open-spool.ts'

/** Those that have waited long enough. When one must wait for its recipient, so do all for the same one. */
export function due(waiting: readonly Waiting[], now: string): readonly Waiting[] {
  const closed = new Set(
    waiting.filter(({ note }) => note?.until && note.until > now).map(({ head }) => head.to),
  )
  return waiting.filter(({ head }) => !closed.has(head.to))
}
